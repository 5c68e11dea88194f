"""Which accounts seem to tell of one event, and where they differ: worked out from them as they stand."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from candour.domain.chronology.conflicts import Conflict, ConflictKind, find_conflicts
from candour.domain.chronology.entry import Chronology, Event
from candour.domain.chronology.events import propose_events
from candour.domain.chronology.links import Link, propose_links
from candour.domain.timeline import Lane, lanes_of
from candour.kernel.reviews.models import Review
from candour.stages.chronology.reads import chronology_of, kinds_of

MOST_COMPARED = 3_000
"""Entries. Above it nothing is proposed while a page waits: comparing them would take too long."""

Proposed = tuple[tuple[Event, ...], Mapping[str, str], tuple[Link, ...]]

DIFFER_IN = {
    ConflictKind.DATE: "date",
    ConflictKind.TIME: "time",
    ConflictKind.PERSON: "people",
    ConflictKind.TOLD: "who was told",
}


@dataclass(frozen=True, slots=True)
class Whole:
    """A review's chronology with what was proposed of it. `differ` says in what accounts of an event do."""

    chronology: Chronology
    lanes: tuple[Lane, ...]
    differ: Mapping[str, str]
    links: tuple[Link, ...]
    compared: bool

    def event_of(self, entry_id: str) -> Event | None:
        return next((one for one in self.chronology.events if entry_id in one.entries), None)

    def lane_of(self, agency: str) -> Lane:
        return next(lane for lane in self.lanes if lane.agency == agency)


def whole_of(review: Review) -> Whole:
    """The integrated chronology of a review: links are proposed here, and confirmed by nobody yet."""
    chronology = chronology_of(review)
    lanes = lanes_of(chronology, kinds_of(chronology.agencies))
    compared = len(chronology.entries) <= MOST_COMPARED
    if not compared:
        return Whole(chronology, lanes, {}, (), compared)
    events, differ, links = _proposed(_Compared(_digest(chronology), chronology))
    return Whole(replace(chronology, events=events), lanes, differ, links, compared)


@dataclass(frozen=True)
class _Compared:
    """The same accounts are compared once, however often a page is opened; a changed one, anew."""

    digest: str
    chronology: Chronology = field(compare=False)


def _digest(chronology: Chronology) -> str:
    said = json.dumps(chronology.as_json(), sort_keys=True).encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()


@lru_cache(maxsize=4)
def _proposed(one: _Compared) -> Proposed:
    entries = one.chronology.entries
    by_id = {entry.id: entry for entry in entries}
    links = tuple(propose_links(entries))
    events = tuple(propose_events(links, by_id))
    return events, _differ(events, find_conflicts(entries, links, by_id)), links


def _differ(events: tuple[Event, ...], conflicts: list[Conflict]) -> dict[str, str]:
    event_of = {entry: event.id for event in events for entry in event.entries}
    found: dict[str, list[str]] = defaultdict(list)
    for one in conflicts:
        event = event_of.get(one.a.id)
        if event is None or event != event_of.get(one.b.id) or one.a.id == one.b.id:
            continue
        if (word := DIFFER_IN.get(one.kind)) and word not in found[event]:
            found[event].append(word)
    return {event: ", ".join(words) for event, words in found.items()}
