"""Which accounts tell of one event, by people's word or as proposed, and where they differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from candour.domain.chronology.conflicts import Conflict, find_conflicts
from candour.domain.chronology.entry import Chronology, Entry, Event
from candour.domain.chronology.events import propose_events
from candour.domain.chronology.links import Link
from candour.domain.timeline import Lane, lanes_of
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.compared import PATIENCE, found_among
from candour.stages.chronology.accounts.said import (
    Pair,
    Spoken,
    links_within,
    settled_in,
    titles_of,
    told_apart,
)
from candour.stages.chronology.models import Way
from candour.stages.chronology.reads import chronology_of, kinds_of

DIFFER_IN = {
    "date": "date",
    "time": "time",
    "person": "people",
    "told": "who was told",
    "content": "content",
    "outcome": "outcome",
}


@dataclass(frozen=True, slots=True)
class Whole:
    """A review's chronology with confirmed and proposed events. `differ` says in what accounts of one do.

    `links` are all that were found, best first, whatever people said of them since; `duplicates` likewise,
    within one agency. `conflicts` are those of links that nobody has said no to. Where the rows are not
    `compared` yet, no link stands here, and of conflicts those that rows and confirmed events show.
    """

    chronology: Chronology
    lanes: tuple[Lane, ...]
    differ: Mapping[str, str]
    links: tuple[Link, ...]
    compared: bool
    spoken: Spoken
    duplicates: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    def event_of(self, entry_id: str) -> Event | None:
        return next((one for one in self.chronology.events if entry_id in one.entries), None)

    def lane_of(self, agency: str) -> Lane:
        return next(lane for lane in self.lanes if lane.agency == agency)


def whole_of(review: Review, *, patience: float | None = PATIENCE) -> Whole:
    """The integrated chronology of a review, with events as people confirmed them, and as proposed beside.

    Waits so many seconds for links, however long it takes where `patience` is None.
    """
    chronology = chronology_of(review)
    spoken = Spoken.of(chronology.events, told_apart(review))
    by_id = {entry.id: entry for entry in chronology.entries}
    found = found_among(chronology.entries, by_id, patience=patience)
    proposed = propose_events(_free(found.links, spoken), by_id, apart=_still_there(spoken.apart, by_id))
    events = (*chronology.events, *proposed)
    conflicts = _conflicts((*found.of_rows, *found.conflicts), chronology.events, spoken, by_id)
    agreed = {which for which, one in settled_in(review).items() if one.way == Way.NO_DIFFERENCE}
    return Whole(
        chronology=replace(chronology, events=events),
        lanes=lanes_of(chronology, kinds_of(chronology.agencies)),
        differ=_differ(events, conflicts, agreed),
        links=found.links,
        compared=found.compared,
        spoken=spoken,
        duplicates=found.duplicates,
        conflicts=conflicts,
        titles=titles_of(review),
    )


def _free(links: Iterable[Link], spoken: Spoken) -> list[Link]:
    """Links between entries that are in no confirmed event: each entry is an account of one event only."""
    taken = spoken.event_of.keys()
    return [one for one in links if one.a not in taken and one.b not in taken and spoken.open(one)]


def _still_there(apart: Collection[Pair], by_id: Mapping[str, Entry]) -> list[Pair]:
    return [pair for pair in apart if pair <= by_id.keys()]


def _conflicts(
    found: Iterable[Conflict], confirmed: tuple[Event, ...], spoken: Spoken, by_id: Mapping[str, Entry]
) -> tuple[Conflict, ...]:
    """Those found, but for links that people parted, and those of every two accounts of a confirmed event."""
    more = find_conflicts((), links_within(confirmed), by_id)
    kept = {}
    for one in (*more, *found):
        if not spoken.parted(Link(one.a.id, one.b.id, 0.0, "")):
            kept.setdefault((one.kind, one.a.id, one.b.id, one.says_a, one.says_b), one)
    return tuple(sorted(kept.values(), key=lambda one: (one.a.place, one.b.place, one.kind, one.says_a)))


def _differ(
    events: Iterable[Event], conflicts: Iterable[Conflict], agreed: Collection[tuple[str, Pair]]
) -> dict[str, str]:
    """In words, by the event's id; what people found to be no difference is none."""
    event_of = {entry: event.id for event in events for entry in event.entries}
    found: dict[str, list[str]] = defaultdict(list)
    for one in conflicts:
        event = event_of.get(one.a.id)
        if event is None or event != event_of.get(one.b.id) or one.a.id == one.b.id:
            continue
        if (str(one.kind), frozenset((one.a.id, one.b.id))) in agreed:
            continue
        if (word := DIFFER_IN.get(one.kind)) and word not in found[event]:
            found[event].append(word)
    return {event: ", ".join(words) for event, words in found.items()}
