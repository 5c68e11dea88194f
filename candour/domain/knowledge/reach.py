"""How long each fact took from whoever surely held it first to each other agency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from candour.domain.chronology.entry import Chronology, Entry, Event, Status
from candour.domain.knowledge.confirmed import confirmed_events
from candour.domain.knowledge.days_taken import DaysTaken
from candour.domain.knowledge.since import Since, first_of, since_own, since_told
from candour.domain.knowledge.standing import PLAIN

WORST = 3
"""Facts named behind the longest time of a pair."""


@dataclass(frozen=True, slots=True)
class Holder:
    """An agency that surely came to hold a fact. `since` is the first of the ways in which it did.

    `days` run from the last day on which the first holder may have come to hold it to the last on which
    this one may; None where the returns give no such day. The first holder itself has 0.
    """

    agency: str
    since: Since
    own: bool
    days: int | None

    def as_json(self) -> dict[str, Any]:
        return {"agency": self.agency, "days": self.days, **self.since.as_json()}


@dataclass(frozen=True, slots=True)
class Fact:
    """One entry, or all accounts of one confirmed event. `holders` have the first to hold it first.

    `unsure` are agencies of which the returns only imply, dispute or leave unclear that they were told.
    """

    entries: tuple[Entry, ...]
    event: Event | None
    holders: tuple[Holder, ...]
    unsure: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.event.id if self.event else self.entries[0].id

    @property
    def first(self) -> Holder | None:
        """None where no agency has a day by which it surely held the fact: who was first is not known."""
        return self.holders[0] if self.holders and self.holders[0].since.latest else None

    @property
    def others(self) -> tuple[Holder, ...]:
        return self.holders[1:] if self.first else ()

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "entries": [one.id for one in self.entries],
            "first": self.holders[0].as_json() if self.first else None,
            "reached": [one.as_json() for one in self.others],
            "unsure": list(self.unsure),
        }


@dataclass(frozen=True, slots=True)
class Way(DaysTaken):
    """From the agency that held facts first to another. `days` are of those whose days are known, sorted.

    `worst` are the facts behind the longest times, the longest first; `not_shown` counts the facts that
    no return shows reaching the other, `unsure` those of which the returns are not plain.
    """

    first: str
    other: str
    reached: int
    days: tuple[int, ...]
    worst: tuple[Fact, ...]
    unsure: int
    not_shown: int

    def as_json(self) -> dict[str, Any]:
        return {
            "from": self.first,
            "to": self.other,
            "reached": self.reached,
            "median_days": self.median_days,
            "max_days": self.max_days,
            "worst": [one.id for one in self.worst],
            "unsure": self.unsure,
            "not_shown": self.not_shown,
        }


@dataclass(frozen=True, slots=True)
class Reach:
    """Every fact once, in order of the chronology, and a way for each pair in which one held any first."""

    agencies: tuple[str, ...]
    facts: tuple[Fact, ...]
    ways: tuple[Way, ...]

    @property
    def first_not_known(self) -> tuple[Fact, ...]:
        return tuple(one for one in self.facts if one.first is None)

    def as_json(self) -> dict[str, Any]:
        """Facts that reached nobody else are counted in `not_shown` and not listed."""
        return {
            "ways": [one.as_json() for one in self.ways],
            "facts": [one.as_json() for one in self.facts if one.others or one.unsure],
            "first_not_known": [one.id for one in self.first_not_known],
        }


def reach(chronology: Chronology) -> Reach:
    """How long facts took. Knowledge is by plain tellings and own entries alone, as `sure` is.

    The accounts of a confirmed event are one fact: who holds any of them knows that it happened.
    """
    facts = tuple(_facts(chronology))
    return Reach(chronology.agencies, facts, tuple(_ways(chronology.agencies, facts)))


def _facts(chronology: Chronology) -> Iterator[Fact]:
    event_of: dict[str, tuple[Event, tuple[Entry, ...]]] = {}
    for one in confirmed_events(chronology.entries, chronology.events):
        event_of.update(dict.fromkeys((each.id for each in one.accounts), (one.event, one.accounts)))
    done: set[str] = set()
    for entry in chronology.entries:
        event, accounts = event_of.get(entry.id, (None, (entry,)))
        if event is None or event.id not in done:
            done.update([event.id] if event else [])
            yield _fact(accounts, event)


def _fact(entries: tuple[Entry, ...], event: Event | None) -> Fact:
    own: dict[str, list[Since]] = defaultdict(list)
    heard: dict[str, list[Since]] = defaultdict(list)
    unsure: set[str] = set()
    for entry in entries:
        own[entry.agency].append(since_own(entry))
        for telling in entry.told:
            if telling.agency is None or telling.agency == entry.agency:
                continue
            if telling.status in PLAIN:
                heard[telling.agency].append(since := since_told(entry, telling))
                own[entry.agency].append(since)  # who tells of a thing holds it by then
            elif telling.status is not Status.NOT_TOLD:
                unsure.add(telling.agency)
    ways = {agency: [*own.get(agency, ()), *heard.get(agency, ())] for agency in {**own, **heard}}
    sinces = [(agency, first_of(each), agency in own) for agency, each in ways.items()]
    sinces.sort(key=lambda one: _first_comes(*one))
    start = sinces[0][1]
    holders = tuple(
        Holder(agency, since, is_own, _days_between(start, since)) for agency, since, is_own in sinces
    )
    return Fact(entries, event, holders, tuple(sorted(unsure - set(ways))))


def _first_comes(agency: str, since: Since, own: bool) -> tuple[datetime, bool, datetime, str]:
    """The surest first, by the last minute at which it may have come; of equals whoever wrote of it."""
    return since.latest or datetime.max, not own, since.earliest or datetime.min, agency


def _days_between(first: Since, other: Since) -> int | None:
    if first.latest is None or other.latest is None:
        return None
    return (other.latest.date() - first.latest.date()).days


def _ways(agencies: Sequence[str], facts: Iterable[Fact]) -> Iterator[Way]:
    by_first: dict[str, list[Fact]] = defaultdict(list)
    for one in facts:
        if one.first is not None:
            by_first[one.first.agency].append(one)
    for first in agencies:
        taken: dict[str, list[tuple[int | None, Fact]]] = defaultdict(list)
        unsure: dict[str, int] = defaultdict(int)
        for fact in by_first[first]:
            for holder in fact.others:
                taken[holder.agency].append((holder.days, fact))
            for agency in fact.unsure:
                unsure[agency] += 1
        for other in agencies:
            if other != first and by_first[first]:
                left = len(by_first[first]) - len(taken[other]) - unsure[other]
                yield _way(first, other, taken[other], unsure[other], left)


def _way(
    first: str, other: str, taken: Sequence[tuple[int | None, Fact]], unsure: int, not_shown: int
) -> Way:
    dated = sorted(((days, fact) for days, fact in taken if days is not None), key=lambda one: -one[0])
    worst = tuple(fact for days, fact in dated[:WORST] if days)
    days = tuple(sorted(days for days, _ in dated))
    return Way(first, other, len(taken), days, worst, unsure, not_shown)
