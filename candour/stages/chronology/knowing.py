"""What an agency knew on a day and what others held: nothing of it later than that day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.safestring import SafeString

from candour.domain.chronology.entry import Entry
from candour.domain.knowledge import CannotSay, Certainty, How, Knowing, Knowledge
from candour.domain.timeline import Lane
from candour.files.pictures import knowledge_rows as drawn
from candour.stages.chronology.accounts_linked import Whole
from candour.stages.chronology.table_rows import breakable

IN_PICTURE = 12
"""Rows drawn in each part; the table below has all of them."""

HOW_SAID = {How.OWN_ENTRY: "Own entry", How.TOLD: "Told"}


@dataclass(frozen=True, slots=True)
class KnownRow:
    """Something known to the agency by the day, or of which we cannot say. `sure` is the word of a tag."""

    entry: Entry
    lane: Lane
    sure: str
    how: str
    since: str
    why: str
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
    first: date
    surely: date
    days: int
    why: str

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))


@dataclass(frozen=True, slots=True)
class Knew:
    """Every entry of the review is counted once: known, cannot say, held, perhaps held, or fenced."""

    agency: str
    on: date
    known: tuple[KnownRow, ...]
    held: tuple[HeldRow, ...]
    holders: int
    perhaps_held: int
    fenced: int

    def count(self, sure: str) -> int:
        return sum(1 for one in self.known if one.sure == sure)


def knew(whole: Whole, agency: str, on: date) -> Knew:
    """What reached an agency by the end of a day, and what others surely held that did not."""
    knowledge = Knowledge(whole.chronology)
    found = knowledge.known_to(agency, on)
    there = {one.entry.id for one in (*found.entries, *found.cannot_say)}
    known = [_known_row(one, whole, there) for one in (*found.entries, *found.cannot_say)]
    others = [lane.agency for lane in whole.lanes if lane.agency != agency]
    held, holders = _held_elsewhere(knowledge, whole, agency, others, on)
    listed = there | {one.entry.id for one in held}
    perhaps = {one.entry.id for other in others for one in knowledge.known_to(other, on).entries} - listed
    return Knew(
        agency=agency,
        on=on,
        known=tuple(sorted(known, key=_by_first)),
        held=tuple(held),
        holders=holders,
        perhaps_held=len(perhaps),
        fenced=len(whole.chronology.entries) - len(listed) - len(perhaps),
    )


def _known_row(one: Knowing | CannotSay, whole: Whole, there: set[str]) -> KnownRow:
    lane, differ = whole.lane_of(one.entry.agency), _differ(one.entry, whole, there)
    if isinstance(one, CannotSay):
        first = one.entry.when.earliest or one.entry.when.latest
        day = first.date() if first else None
        return KnownRow(one.entry, lane, "cannot_say", "Told", "not known", one.why, day, None, differ)
    since, surely = one.since, one.since.latest if one.certainty is Certainty.SURE else None
    first = since.earliest or since.latest
    return KnownRow(
        entry=one.entry,
        lane=lane,
        sure=str(one.certainty),
        how=HOW_SAID[one.how],
        since=str(since),
        why=one.why,
        first=first.date() if first else None,
        surely=surely.date() if surely else None,
        differ=differ,
    )


def _differ(entry: Entry, whole: Whole, there: set[str]) -> str:
    """Said only where every account was there by the day: that others differ later is behind the fence."""
    event = whole.event_of(entry.id)
    return whole.differ.get(event.id, "") if event and there.issuperset(event.entries) else ""


def _held_elsewhere(
    knowledge: Knowledge, whole: Whole, agency: str, others: Iterable[str], on: date
) -> tuple[list[HeldRow], int]:
    """Each entry once, by whoever held it longest; how many others held any."""
    rows: dict[str, HeldRow] = {}
    holders: set[str] = set()
    for other in others:
        lacked = knowledge.lacked_by(other, agency, on)
        for one in lacked.entries:
            if one.since.latest is None:
                continue
            holders.add(other)
            surely = one.since.latest.date()
            if one.entry.id not in rows or surely < rows[one.entry.id].surely:
                first = one.since.earliest.date() if one.since.earliest else surely
                rows[one.entry.id] = HeldRow(
                    entry=one.entry,
                    lane=whole.lane_of(one.entry.agency),
                    since=str(one.since),
                    first=first,
                    surely=surely,
                    days=(on - surely).days,
                    why=lacked.why_lacked(one),
                )
    return sorted(rows.values(), key=lambda one: (one.surely, one.first, one.entry.id)), len(holders)


def rows_to_draw(
    found: Knew,
) -> tuple[list[drawn.Known], list[drawn.HeldElsewhere], date | None]:
    """The latest of what was known, the longest held of the rest, and the first day of the picture."""
    known, held = found.known[-IN_PICTURE:], found.held[:IN_PICTURE]
    opens = _opens(known, held, found.on)
    return (
        [_drawn_known(one, opens or found.on) for one in known],
        [_drawn_held(one) for one in held],
        opens,
    )


def _by_first(one: KnownRow) -> date:
    return one.first or date.min


def _opens(known: Sequence[KnownRow], held: Sequence[HeldRow], on: date) -> date | None:
    """The month in which the earliest of them begins."""
    days = [day for one in (*known, *held) if (day := one.first)]
    if not days:
        return None
    first = min(days).replace(day=1)
    return first if first < on else (first - timedelta(days=1)).replace(day=1)


def _drawn_known(one: KnownRow, opens: date) -> drawn.Known:
    return drawn.Known(
        words=_short(one.entry),
        kind=one.lane.kind,
        since=one.first or opens,
        surely=one.surely,
        standing=drawn.Standing(one.sure.replace("_", " ")),
        how=f"sure, {one.how.split()[0].lower()}" if one.sure == "sure" else one.sure.replace("_", " "),
        nth=one.lane.nth,
        href=f"#{one.entry.id}",
    )


def _drawn_held(one: HeldRow) -> drawn.HeldElsewhere:
    return drawn.HeldElsewhere(
        words=_short(one.entry),
        kind=one.lane.kind,
        since=one.first,
        surely=one.surely,
        nth=one.lane.nth,
        href=f"#{one.entry.id}",
    )


def _short(entry: Entry) -> str:
    return " ".join(entry.event.split())
