"""Events proposed from links: what several agencies' entries seem to tell of, one entry an agency."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from candour.domain.chronology.entry import Entry, Event
from candour.domain.chronology.links import Link


def propose_events(links: Iterable[Link], by_id: Mapping[str, Entry]) -> list[Event]:
    """Group linked entries, best link first, so that no event holds two entries of one agency.

    Each account keeps its own words and time; a group is only a proposal that a person confirms or splits.
    """
    group_of: dict[str, frozenset[str]] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b)):
        first = group_of.get(link.a, frozenset({link.a}))
        second = group_of.get(link.b, frozenset({link.b}))
        if first is second or _share_an_agency(first, second, by_id):
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
