"""The times of a pack, read key by key: clocks with their exceptions, and times the law does not give."""

from __future__ import annotations

from candour.domain.deadlines import Event, Stops, Unit
from candour.domain.packs.tables import Table
from candour.domain.rules.clocks import After, Clock, ClockException, EndedBy, LatestDay, NoClock


def read_clock(table: Table) -> Clock:
    """A row of [[clocks]]."""
    return Clock(
        name=table.slug("name"),
        title=table.text("title"),
        starts=table.choice("starts", Event),
        ends=table.choice("ends", EndedBy),
        length=table.number("length"),
        unit=table.choice("unit", Unit),
        after=table.choice("after", After, After.ANY),
        to_working_day=table.truth("to_working_day", False),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        note=table.text("note", ""),
        first_day=_first_day(table),
        pauses=_pauses(table),
        exceptions=tuple(_exception(one) for one in table.tables("exceptions")),
        latest=_latest(table.optional_table("latest")),
    )


def read_no_clock(table: Table) -> NoClock:
    """A row of [[no_clocks]]."""
    return NoClock(
        title=table.text("title"),
        says=table.text("says"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def read_length(table: Table) -> tuple[int | None, Unit | None]:
    """A length with its unit, where a pack may leave both out; one of them alone is a slip."""
    length = table.number("length") if table.has("length") else None
    unit = table.choice("unit", Unit) if table.has("unit") else None
    if (length is None) is not (unit is None):
        table.slip("length" if length is None else "unit", "is missing, and the other is there")
    return length, unit


def _latest(table: Table | None) -> LatestDay | None:
    if table is None:
        return None
    return LatestDay(
        length=table.number("length"),
        unit=table.choice("unit", Unit),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def _first_day(table: Table) -> int:
    """What number the day of the event has: 0 or 1."""
    number = table.number("first_day", 0)
    if number > 1:
        table.slip("first_day", f"is {number}", "The day of the event is day 0 or day 1.")
    return number


def _pauses(table: Table) -> tuple[Stops, ...]:
    named = table.texts("pauses")
    for one in named:
        if one not in list(Stops):
            table.slip("pauses", f"holds “{one}”", f"It may hold: {', '.join(Stops)}.")
    return tuple(Stops(one) for one in named if one in list(Stops))


def _exception(table: Table) -> ClockException:
    first, last = table.day("from"), table.optional_day("to")
    if last is not None and last < first:
        table.slip("to", "is before from")
    length, unit = read_length(table)
    return ClockException(
        in_force_from=first,
        in_force_to=last,
        says=table.text("says"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        length=length,
        unit=unit,
        relaxed=table.truth("relaxed", False),
    )
