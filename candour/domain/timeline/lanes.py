"""The lanes of a picture: one an agency, in order of first entry, so that the story runs down and right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.timeline.agency_kinds import Kind, guess_kind


@dataclass(frozen=True, slots=True)
class Lane:
    """`nth` counts the agencies of one kind from 1: it decides what the mark carries."""

    agency: str
    kind: Kind
    nth: int


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


_NEVER = (datetime.max, datetime.max)


def _stands(entry: Entry) -> tuple[datetime, datetime]:
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    return (first, last) if first and last else _NEVER
