"""The lanes of a picture, one an agency, person or theme, by first entry: the story runs down and right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.timeline.agency_kinds import Kind, guess_kind


@dataclass(frozen=True, slots=True)
class Lane:
    """`nth` counts the agencies of one kind from 1: it decides what the mark carries.

    A lane that is not an agency's is a person's or a theme's: its name stands in `agency`, without a mark.
    """

    agency: str
    kind: Kind
    nth: int
    is_agency: bool = True


LanesOf = Callable[[Entry], Sequence[str]]
"""In which lanes an entry stands, by name: it may name several people, and have several themes."""


def lanes_of(chronology: Chronology, kinds: Mapping[str, Kind]) -> tuple[Lane, ...]:
    """A lane for each agency, by its first entry; agencies without any stand last, by name.

    `kinds` is what people have said of agencies; the kind of any other is guessed from its name.
    """
    first: dict[str, tuple[datetime, datetime]] = {}
    for entry in chronology.entries:
        first[entry.agency] = min(first.get(entry.agency, _NEVER), _stands(entry))
    named = dict.fromkeys((*chronology.agencies, *first))
    counted: Counter[Kind] = Counter()
    lanes = []
    for agency in sorted(named, key=lambda name: (first.get(name, _NEVER), name)):
        kind = kinds.get(agency) or guess_kind(agency)
        counted[kind] += 1
        lanes.append(Lane(agency, kind, counted[kind]))
    return tuple(lanes)


def lanes_named(
    chronology: Chronology,
    names_in: LanesOf,
    *,
    most: int,
    others: str,
    none: str,
    always: Sequence[str] = (),
) -> tuple[tuple[Lane, ...], LanesOf]:
    """Lanes by what entries name, in order of first entry; and in which of them an entry stands.

    At most so many names have a lane of their own, those of most entries; entries of the rest stand in the
    lane `others`, entries that name nothing in `none`: nothing leaves the picture by being regrouped. Names
    that `always` have a lane stand first, in the order given, though no entry names them.
    """
    count: Counter[str] = Counter()
    first: dict[str, tuple[datetime, datetime]] = {}
    unnamed = False
    for entry in chronology.entries:
        named = names_in(entry)
        unnamed = unnamed or not named
        count.update(named)
        for name in named:
            first[name] = min(first.get(name, _NEVER), _stands(entry))
    by_count = sorted(count, key=lambda name: (-count[name], name))
    free = [name for name in by_count if name not in always]
    own = sorted(free[:most], key=lambda name: (first[name], name))
    lanes = [Lane(name, Kind.OTHER, 1, False) for name in (*always, *own)]
    lanes += [Lane(others, Kind.OTHER, 1, False)] * (len(free) > most)
    lanes += [Lane(none, Kind.OTHER, 1, False)] * unnamed

    known = {*always, *own}

    def lanes_in(entry: Entry) -> Sequence[str]:
        named = names_in(entry)
        return tuple(dict.fromkeys(name if name in known else others for name in named)) or (none,)

    return tuple(lanes), lanes_in


_NEVER = (datetime.max, datetime.max)


def _stands(entry: Entry) -> tuple[datetime, datetime]:
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    return (first, last) if first and last else _NEVER
