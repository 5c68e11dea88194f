"""The dates of a log's row: read by the grammar of dates, asked about where they leave a choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from candour.domain.logs.columns import LogHeading
from candour.domain.logs.fields import DATES, IN_WORDS, LogField
from candour.domain.logs.questions import Ask
from candour.domain.moments import Moment, Precision, from_edtf, read_cell
from candour.domain.moments.spoken import spoken_day
from candour.domain.returns.tables import Row

ASSUMED, MONTH_FIRST = "day_first_assumed", "us_order_forced"
_DAY_FIRST = re.compile(r"\W*(1[3-9]|2\d|3[01])\s*[-./ ]\s*\d{1,2}\s*[-./ ]\s*\d{2}")
"""A date in numbers that can only be read with its day first, such as 25/04/2014."""
_A_DAY = {Precision.DAY, Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY}
ASKS = {
    LogField.NOTIFIED_ON: Ask.NOTIFIED_ON,
    LogField.INCIDENT_ON: Ask.INCIDENT_ON,
    LogField.DECIDED_ON: Ask.DECIDED_ON,
}


class Doubtful(Exception):
    """A date that a person is asked about: why, in a code and in words, and its possible readings."""

    def __init__(
        self, ask: Ask, code: str, reason: str, written: str, readings: tuple[str, ...] = ()
    ) -> None:
        super().__init__(reason)
        self.ask, self.code, self.reason, self.written, self.readings = ask, code, reason, written, readings


def month_first_columns(rows: Iterable[Row], heading: LogHeading) -> frozenset[LogField]:
    """Columns whose dates may have the month first.

    One date of a sheet that can only be read so, such as 04/13/2014, is enough for every column of it, but
    for those where another date can only be read with its day first.
    """
    rows = list(rows)
    columns = {field: heading.columns[field] for field in DATES if field in heading.columns}
    month = {f for f, at in columns.items() if any(MONTH_FIRST in _read(row, at).flags for row in rows)}
    if not month:
        return frozenset()
    day = {f for f, at in columns.items() if any(_DAY_FIRST.match(row.words(at)) for row in rows)}
    return frozenset(month | (columns.keys() - day))


def moment_in(row: Row, columns: Mapping[LogField, int], field: LogField, other_order: bool) -> Moment | None:
    """The date in a cell; None where none is written. Raises Doubtful where it leaves a choice."""
    column = columns.get(field)
    written = row.words(column) if column is not None else ""
    if column is None or not written:
        return None
    moment = _read(row, column)
    if moment.code == "no_date":
        return None
    if not moment.placed:
        raise Doubtful(
            ASKS[field],
            moment.code or "unreadable_date",
            f"{_the(field)} “{written}”: {moment.refused}",
            written,
            moment.readings,
        )
    if other_order and ASSUMED in moment.flags and (readings := _both_orders(moment)):
        reason = (
            f"{_the(field)} “{written}” may have the day or the month first: "
            "another date of this sheet has the month first."
        )
        raise Doubtful(ASKS[field], "ambiguous_date", reason, written, readings)
    return moment


def day_in(row: Row, columns: Mapping[LogField, int], field: LogField, other_order: bool) -> date | None:
    """The same where it must be one day. Raises Doubtful where it is not one."""
    moment = moment_in(row, columns, field, other_order)
    if moment is None:
        return None
    if moment.precision not in _A_DAY or moment.doubt is not None or moment.earliest is None:
        reason = f"{_the(field)} “{moment.text}” is not one certain day."
        raise Doubtful(ASKS[field], "not_one_day", reason, moment.text, _sure_day(moment))
    return moment.earliest.date()


TODAY = "today"


def not_after(day: date | None, last: date, field: LogField, then: str) -> None:
    """Raises Doubtful where a day comes after another that it cannot follow; `then` says which.

    A day still to come is no answer, so it is not offered as one.
    """
    if day is not None and day > last:
        reason = f"{_the(field)}, {spoken_day(day)}, comes after {then}, {spoken_day(last)}."
        readings = () if then == TODAY else (day.isoformat(),)
        raise Doubtful(ASKS[field], "after", reason, day.isoformat(), readings)


def assumed_in(row: Row, columns: Mapping[LogField, int]) -> tuple[str, ...]:
    """Dates as written whose day was read as the first number and might be the second."""
    found = []
    for field in DATES:
        column = columns.get(field)
        if column is not None and ASSUMED in (moment := _read(row, column)).flags and _both_orders(moment):
            found.append(row.words(column))
    return tuple(found)


def first_day(moment: Moment | None) -> date | None:
    return moment.earliest.date() if moment is not None and moment.earliest is not None else None


def _read(row: Row, column: int) -> Moment:
    return read_cell(row.cells[column] if column < len(row.cells) else None)


def _both_orders(moment: Moment) -> tuple[str, ...]:
    """The day as read, and with day and month changed about; nothing where that is no other day."""
    day = first_day(moment)
    if day is None or day.day > 12 or day.day == day.month or moment.precision not in _A_DAY:
        return ()
    return day.isoformat(), date(day.year, day.day, day.month).isoformat()


def _sure_day(moment: Moment) -> tuple[str, ...]:
    """The day that was written with a doubt, to be confirmed."""
    day = first_day(moment)
    return (day.isoformat(),) if day is not None and moment.precision in _A_DAY else ()


def _the(field: LogField) -> str:
    words = IN_WORDS[field]
    return f"The {words}"


def from_answer(said: str) -> Moment:
    """A date that a person gave, as a Moment. Raises ValueError where it is none."""
    return from_edtf(said)
