"""Who told whom, how often and how soon; what was told and is in no return of the one told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status, Telling
from candour.domain.chronology.spans import Span, Spans, span_of
from candour.domain.knowledge.days_taken import DaysTaken
from candour.domain.knowledge.since import Since, since_told, told_before_it_happened
from candour.domain.knowledge.standing import PLAIN

NEAR = 3
"""Days either side of a telling in which an entry of the one told may be its record of it."""

WIDEST = 31
"""An entry that covers more days than this is not taken as the record of one telling."""

NOT_PLAIN = (Status.NOT_TOLD, Status.DISPUTED, Status.IMPLIED, Status.UNCLEAR)
"""Every other thing a return may say of a telling; counted each by itself, so that none vanishes."""


@dataclass(frozen=True, slots=True)
class Cell(DaysTaken):
    """What the returns say of tellings from one agency to another: how many of each status, how soon."""

    teller: str
    receiver: str
    counts: Counter[Status]
    days: tuple[int, ...]

    @property
    def told(self) -> int:
        """Tellings that the teller's return gives as made, joint ones among them."""
        return sum(self.counts[status] for status in PLAIN)

    def as_json(self) -> dict[str, Any]:
        return {
            "from": self.teller,
            "to": self.receiver,
            "told": self.told,
            **{str(status): self.counts[status] for status in NOT_PLAIN},
            "median_days": self.median_days,
            "max_days": self.max_days,
        }


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A telling near whose day the one told has no entry in its return."""

    entry: Entry
    told: str
    since: Since

    @property
    def why(self) -> str:
        return f"No entry of {self.told} itself is dated within {NEAR} days of the telling."

    def as_json(self) -> dict[str, Any]:
        named = {"entry": self.entry.id, "from": self.entry.agency, "to": self.told, "why": self.why}
        return named | self.since.as_json() | {"place": self.entry.place.as_json()}


@dataclass(frozen=True, slots=True)
class Flow:
    """The cells hold every telling to a named agency once; the names that match none are listed."""

    agencies: tuple[str, ...]
    cells: tuple[Cell, ...]
    told_not_recorded: tuple[Unrecorded, ...]
    unmatched_names: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {
            "agencies": list(self.agencies),
            "cells": [one.as_json() for one in self.cells],
            "told_not_recorded": [one.as_json() for one in self.told_not_recorded],
            "unmatched_names": list(self.unmatched_names),
        }


def flow(chronology: Chronology) -> Flow:
    """The matrix of tellings, with a cell for each pair of agencies that has any.

    A telling inside one agency stands on the diagonal: it is counted, and gives no knowledge.
    """
    tellings = [(entry, telling) for entry in chronology.entries for telling in entry.told]
    matched = [(entry, telling.agency, telling) for entry, telling in tellings if telling.agency is not None]
    return Flow(
        chronology.agencies,
        tuple(_cells(matched)),
        tuple(_unrecorded(chronology.entries, matched)),
        tuple(sorted({telling.name for _, telling in tellings if telling.agency is None})),
    )


Told = tuple[Entry, str, Telling]
"""An entry, the agency told, and the telling."""


def _cells(tellings: Iterable[Told]) -> Iterator[Cell]:
    counts: dict[tuple[str, str], Counter[Status]] = defaultdict(Counter)
    days: dict[tuple[str, str], list[int]] = defaultdict(list)
    for entry, agency, telling in tellings:
        pair = entry.agency, agency
        counts[pair][telling.status] += 1
        if (taken := days_to_tell(entry, telling)) is not None:
            days[pair].append(taken)
    for pair in sorted(counts):
        yield Cell(*pair, counts[pair], tuple(sorted(days[pair])))


def days_to_tell(entry: Entry, telling: Telling) -> int | None:
    """Days from the last day of the entry to the last day of the telling, 0 where told before that.

    None where the return does not say that it told, or either date is missing, open or unread, or
    the telling is dated before what it tells of.
    """
    on = telling.on
    if telling.status not in PLAIN or on is None or on.latest is None or entry.when.latest is None:
        return None
    if not on.placed or told_before_it_happened(entry.when, on):
        return None
    return max(0, (on.latest.date() - entry.when.latest.date()).days)


def _unrecorded(entries: Iterable[Entry], tellings: Iterable[Told]) -> Iterator[Unrecorded]:
    """What was told to an agency, once or more, with nothing in its return near any of the days."""
    several: dict[tuple[str, str], list[Unrecorded]] = defaultdict(list)
    for entry, agency, telling in tellings:
        if telling.status in PLAIN and agency != entry.agency:
            several[entry.id, agency].append(Unrecorded(entry, agency, since_told(entry, telling)))
    spans = _spans_by_agency(entries)
    for (_, agency), given in several.items():
        if agency not in spans or not any(spans[agency].count_within(*_near(one.since)) for one in given):
            yield given[0]


def _spans_by_agency(entries: Iterable[Entry]) -> dict[str, Spans]:
    """The days on which each agency wrote of something, and those on which it wrote it down."""
    gathered: dict[str, list[Span]] = defaultdict(list)
    for entry in entries:
        if entry.kind is Kind.ENTRY:
            spans = (span_of(entry, moment) for moment in (entry.when, entry.recorded))
            gathered[entry.agency] += [one for one in spans if one is not None and one.nights < WIDEST]
    return {agency: Spans(several) for agency, several in gathered.items()}


def _near(since: Since) -> tuple[date, date]:
    """The days near a telling; where it has an open end, every day on that side."""
    return _moved(since.earliest, -NEAR, date.min), _moved(since.latest, NEAR, date.max)


def _moved(at: datetime | None, days: int, otherwise: date) -> date:
    if at is None:
        return otherwise
    try:
        return at.date() + timedelta(days=days)
    except OverflowError:
        return otherwise
