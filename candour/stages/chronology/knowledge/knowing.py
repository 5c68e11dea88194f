"""What an agency knew on a day and what others held: nothing of it later than that day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from candour.domain.chronology.entry import Entry
from candour.domain.knowledge import Knowledge
from candour.files.pictures import knowledge_rows as drawn
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.knowledge.knowing_rows import (
    EventRow,
    HeldRow,
    KnownRow,
    LaterRow,
    held_rows,
    known_rows,
    later_rows,
    perhaps_held,
)

IN_PICTURE = 12
"""Rows drawn in each part; the table below has all of them."""


@dataclass(frozen=True, slots=True)
class Knew:
    """Every entry is counted once: known, cannot say, held, of a known event, perhaps held, or fenced.

    `later` is empty while the fence is shut.
    """

    agency: str
    on: date
    known: tuple[KnownRow, ...]
    held: tuple[HeldRow, ...]
    of_events: tuple[EventRow, ...]
    holders: int
    perhaps_held: int
    fenced: int
    names: tuple[str, ...]
    """Told of something by the day, and no agency's here: any of them may be this one."""
    later: tuple[LaterRow, ...] = ()
    holder: str = ""
    """The one agency whose holdings are listed; empty for everybody else's."""
    held_by_more: int = 0
    """What agencies besides that one held: counted, not listed."""

    def count(self, sure: str) -> int:
        return sum(1 for one in self.known if one.sure == sure)


def knew(whole: Whole, agency: str, on: date, *, holder: str = "", fence_open: bool = False) -> Knew:
    """What reached an agency by the end of a day; what others, or one holder, surely held that did not."""
    knowledge = Knowledge(whole.chronology)
    found = knowledge.known_to(agency, on)
    known = known_rows(found.held, whole)
    held, of_events, holders = held_rows(knowledge, whole, agency, on)
    listed = {one.entry.id for one in (*known, *held)} | {one.account.id for one in of_events}
    perhaps = perhaps_held(knowledge, whole, agency, on, listed)
    everywhere = len(held) + len(of_events)
    if holder:
        held, of_events, holders = held_rows(knowledge, whole, agency, on, holder)
    return Knew(
        agency=agency,
        on=on,
        known=tuple(known),
        held=tuple(held),
        of_events=tuple(of_events),
        holders=holders,
        perhaps_held=len(perhaps),
        fenced=len(whole.chronology.entries) - len(listed) - len(perhaps),
        names=found.unmatched_names,
        later=tuple(later_rows(knowledge, whole, agency, listed, perhaps)) if fence_open else (),
        holder=holder,
        held_by_more=everywhere - len(held) - len(of_events),
    )


def rows_to_draw(
    found: Knew, href: Callable[[str], str] = "#{}".format
) -> tuple[list[drawn.Known], list[drawn.HeldElsewhere], date | None]:
    """The latest of what was known, the longest held of the rest, and the first day of the picture."""
    known, held = found.known[-IN_PICTURE:], found.held[:IN_PICTURE]
    opens = _opens(known, held, found.on)
    return (
        [drawn_known(one, opens or found.on, href) for one in known],
        [_drawn_held(one, href) for one in held],
        opens,
    )


def _opens(known: Sequence[KnownRow], held: Sequence[HeldRow], on: date) -> date | None:
    """The month in which the earliest of them begins."""
    days = [day for one in (*known, *held) if (day := one.first)]
    if not days:
        return None
    first = min(days).replace(day=1)
    return first if first < on else (first - timedelta(days=1)).replace(day=1)


def drawn_known(one: KnownRow, opens: date, href: Callable[[str], str]) -> drawn.Known:
    """A row of the picture; one that may have been known on any day begins where the picture does."""
    return drawn.Known(
        words=_short(one.entry),
        kind=one.lane.kind,
        since=one.first or opens,
        surely=one.surely,
        standing=drawn.Standing(one.sure.replace("_", " ")),
        how=f"sure, {one.how.split()[0].lower()}" if one.sure == "sure" else one.sure.replace("_", " "),
        nth=one.lane.nth,
        href=href(one.entry.id),
    )


def _drawn_held(one: HeldRow, href: Callable[[str], str]) -> drawn.HeldElsewhere:
    return drawn.HeldElsewhere(
        words=_short(one.entry),
        kind=one.lane.kind,
        since=one.first,
        surely=one.surely,
        nth=one.lane.nth,
        href=href(one.entry.id),
    )


def _short(entry: Entry) -> str:
    return " ".join(entry.event.split())
