"""When is it due: a length counted from an event, and which days were skipped and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from candour.domain.deadlines.calendar import Calendar
from candour.domain.deadlines.units import Unit

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which the thing is in time, and the days on the way that do not count."""

    day: date
    skipped: tuple[tuple[date, str], ...] = ()


def due_on(start: date, length: int, unit: str, calendar: Calendar, *, to_working_day: bool = False) -> Due:
    """The day that is `length` after `start`, which is day 0.

    Months end on the same day number, else on the month's last day. A day counted in calendar days or
    months may fall on a rest day and stays there, unless `to_working_day`: then it moves on.
    Raises Trouble for a year the calendar does not hold.
    """
    match Unit(unit):
        case Unit.WORKING_DAYS:
            return _counted(start, length, calendar, _DAY)
        case Unit.CALENDAR_DAYS:
            day = start + length * _DAY
        case Unit.MONTHS:
            day = start + relativedelta(months=length)
    if to_working_day and not calendar.works(day):
        return _counted(day, 1, calendar, _DAY, first=True)
    return Due(day)


def due_before(event: date, length: int, unit: str, calendar: Calendar) -> Due:
    """The last day for something owed `length` before an event, as notice before publication is.

    Raises Trouble for a year the calendar does not hold.
    """
    match Unit(unit):
        case Unit.WORKING_DAYS:
            return _counted(event, length, calendar, -_DAY)
        case Unit.CALENDAR_DAYS:
            return Due(event - length * _DAY)
        case Unit.MONTHS:
            return Due(event - relativedelta(months=length))


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days pass from `start`, not counted, to the end of `end`; negative backwards."""
    if end < start:
        return -working_days_between(end, start, calendar)
    return sum(calendar.works(day) for day in _days(start, end))


def _days(start: date, end: date) -> Iterator[date]:
    """The days after `start` up to and with `end`."""
    return (start + n * _DAY for n in range(1, (end - start).days + 1))


def _counted(start: date, length: int, calendar: Calendar, step: timedelta, *, first: bool = False) -> Due:
    """Walk until `length` working days are counted; `first` says that `start` itself may be one of them."""
    day, left, skipped = start - step if first else start, length, []
    while left:
        day += step
        why = calendar.why_rest(day)
        if why is None:
            left -= 1
        else:
            skipped.append((day, why))
    return Due(day, tuple(skipped))
