"""Rows of pages about knowledge: what was known, held elsewhere, known to have happened, or came later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from candour.domain.chronology.entry import Entry, Event
from candour.domain.knowledge import (
    CannotSay,
    Certainty,
    EventKnown,
    How,
    Knowing,
    Knowledge,
    Lacked,
    Since,
)
from candour.domain.timeline import Lane
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.table_rows import breakable

HOW_SAID = {How.OWN_ENTRY: "Own entry", How.TOLD: "Told", How.TOLD_OTHERS: "Own telling"}


@dataclass(frozen=True, slots=True)
class KnownRow:
    """Something known to the agency by the day, or of which we cannot say. `sure` is the word of a tag."""

    entry: Entry
    lane: Lane
    sure: str
    how: str
    since: str
    why: str
    bounds: Since
    first: date | None
    surely: date | None
    differ: str = ""

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))

    @property
    def differ_words(self) -> str:
        return f"Accounts differ: {self.differ}"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """Something that others surely held on the day, and that no return shows reaching the agency."""

    entry: Entry
    lane: Lane
    since: str
    bounds: Since
    first: date
    surely: date
    days: int
    why: str

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))


@dataclass(frozen=True, slots=True)
class EventRow:
    """A confirmed event that the agency knew of, with an account of it whose words had not reached it."""

    known: EventKnown
    account: Entry
    lane: Lane
    title: str

    @property
    def place(self) -> SafeString:
        return breakable(str(self.account.place))


@dataclass(frozen=True, slots=True)
class LaterRow:
    """What lies behind the fence of a day: it came later, or nobody surely held it by then."""

    entry: Entry
    lane: Lane
    says: str

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))


def known_row(one: Knowing | CannotSay, whole: Whole, differ: str = "") -> KnownRow:
    lane = whole.lane_of(one.entry.agency)
    if isinstance(one, CannotSay):
        when = one.entry.when
        first = when.earliest or when.latest
        bounds = Since(when.earliest, None)
        day = first.date() if first else None
        return KnownRow(
            one.entry, lane, "cannot_say", "Told", "not known", one.why, bounds, day, None, differ
        )
    since, surely = one.since, one.since.latest if one.certainty is Certainty.SURE else None
    first = since.earliest or since.latest
    return KnownRow(
        entry=one.entry,
        lane=lane,
        sure=str(one.certainty),
        how=HOW_SAID[one.how],
        since=str(since),
        why=one.why,
        bounds=since,
        first=first.date() if first else None,
        surely=surely.date() if surely else None,
        differ=differ,
    )


def known_rows(several: Iterable[Knowing | CannotSay], whole: Whole) -> list[KnownRow]:
    """In order of the first day. Accounts are said to differ only where every one was there by the day."""
    listed = list(several)
    there = {one.entry.id for one in listed}
    event_of = events_by_entry(whole)
    rows = []
    for one in listed:
        event = event_of.get(one.entry.id)
        whole_event = event is not None and there.issuperset(event.entries)
        rows.append(known_row(one, whole, whole.differ.get(event.id, "") if event and whole_event else ""))
    return sorted(rows, key=lambda one: one.first or date.min)


def events_by_entry(whole: Whole) -> dict[str, Event]:
    return {entry: event for event in reversed(whole.chronology.events) for entry in event.entries}


def held_rows(
    knowledge: Knowledge, whole: Whole, agency: str, on: date, holder: str = ""
) -> tuple[list[HeldRow], list[EventRow], int]:
    """Each entry once, by whoever held it longest; accounts of events that were known; how many held any.

    With a holder, only what that agency held, and since when it did.
    """
    rows: dict[str, HeldRow] = {}
    of_events: dict[str, EventRow] = {}
    holders: set[str] = set()
    for other in [holder] if holder else [lane.agency for lane in whole.lanes if lane.agency != agency]:
        lacked = knowledge.lacked_by(other, agency, on)
        holders.update([other] if lacked.entries else [])
        for row in _held_by_one(lacked, whole, on):
            if row.entry.id not in rows or row.surely < rows[row.entry.id].surely:
                rows[row.entry.id] = row
        for one in lacked.of_known_events:
            title = whole.titles.get(one.event.event.id, "")
            lane = whole.lane_of(one.held.entry.agency)
            of_events.setdefault(one.held.entry.id, EventRow(one.event, one.held.entry, lane, title))
    held = sorted(rows.values(), key=lambda one: (one.surely, one.first, one.entry.id))
    return held, list(of_events.values()), len(holders)


def _held_by_one(lacked: Lacked, whole: Whole, on: date) -> Iterator[HeldRow]:
    for one in lacked.entries:
        if one.since.latest is None:
            continue
        surely = one.since.latest.date()
        yield HeldRow(
            entry=one.entry,
            lane=whole.lane_of(one.entry.agency),
            since=str(one.since),
            bounds=one.since,
            first=one.since.earliest.date() if one.since.earliest else surely,
            surely=surely,
            days=(on - surely).days,
            why=lacked.why_lacked(one),
        )


def perhaps_held(
    knowledge: Knowledge, whole: Whole, agency: str, on: date, listed: Collection[str]
) -> set[str]:
    """The entries, of those not listed, that others may have held on the day, and not surely."""
    return {
        one.entry.id
        for lane in whole.lanes
        if lane.agency != agency
        for one in knowledge.standings(lane.agency, on)
        if isinstance(one, Knowing) and one.entry.id not in listed
    }


def later_rows(
    knowledge: Knowledge, whole: Whole, agency: str, listed: Collection[str], perhaps: Collection[str]
) -> list[LaterRow]:
    """Everything that is in no list of the day: only for a page whose fence is open."""
    lanes: Mapping[str, Lane] = {lane.agency: lane for lane in whole.lanes}
    return [
        LaterRow(one, lanes[one.agency], _says_of_later(knowledge, one, agency, perhaps))
        for one in whole.chronology.entries
        if one.id not in listed
    ]


def _says_of_later(knowledge: Knowledge, entry: Entry, agency: str, perhaps: Collection[str]) -> str:
    there = knowledge.standing_of(entry.id, agency, date.max)
    before = "Others may have held it by the day, not surely. " if entry.id in perhaps else ""
    if isinstance(there, CannotSay):
        return f"{before}Whether it reached {agency} later we cannot say."
    if there is None:
        return f"{before}No return shows it reaching {agency} at any time."
    own = "Its own entry, known to it since" if there.how is How.OWN_ENTRY else f"It reached {agency}:"
    sure = "" if there.certainty is Certainty.SURE else f" ({there.certainty})"
    return f"{before}{own} {there.since}{sure}."
