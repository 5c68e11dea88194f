"""Events proposed from links: what several agencies' entries seem to tell of, one entry an agency."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from candour.domain.chronology.entry import Entry, Event
from candour.domain.chronology.links import Link


def propose_events(
    links: Iterable[Link], by_id: Mapping[str, Entry], *, apart: Collection[frozenset[str]] = ()
) -> list[Event]:
    """Group linked entries, best link first, so that no event holds two entries of one agency.

    Each account keeps its own words and time; a group is only a proposal that a person confirms or splits.
    `apart` are pairs of which somebody said that they are not one event: no group holds both.
    """
    group_of: dict[str, frozenset[str]] = {}
    not_with: dict[str, set[str]] = defaultdict(set)
    for one, other in map(tuple, apart):
        not_with[one].add(other)
        not_with[other].add(one)
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        first = group_of.get(link.a, frozenset({link.a}))
        second = group_of.get(link.b, frozenset({link.b}))
        if first is second or _share_an_agency(first, second, by_id):
            continue
        if any(not_with[one] & second for one in first if one in not_with):
            continue
        joined = first | second
        group_of.update(dict.fromkeys(joined, joined))
    groups = {tuple(sorted(group)) for group in group_of.values()}
    return [Event(_event_id(group), group) for group in sorted(groups)]


def _share_an_agency(a: frozenset[str], b: frozenset[str], by_id: Mapping[str, Entry]) -> bool:
    return bool({by_id[one].agency for one in a} & {by_id[one].agency for one in b})


def _event_id(entries: tuple[str, ...]) -> str:
    """An event's id is made of its entries' ids, so that the same accounts always make the same event."""
    return "v" + hashlib.sha256("\n".join(entries).encode()).hexdigest()[:16]
