"""When is it due: a length counted from an event, and which days were skipped and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from candour.domain.deadlines.calendar import Calendar
from candour.domain.deadlines.pauses import Pause, Stopped
from candour.domain.deadlines.units import Unit

_DAY = timedelta(days=1)
Reason = Callable[[date], str | None]
"""Why a day does not count, or None where it does."""


@dataclass(frozen=True, slots=True)
class Due:
    """The last day on which the thing is in time, and the days on the way that do not count."""

    day: date
    skipped: tuple[tuple[date, str], ...] = ()


def due_on(
    start: date,
    length: int,
    unit: str,
    calendar: Calendar,
    *,
    to_working_day: bool = False,
    first_day: int = 0,
    pauses: Sequence[Pause] = (),
) -> Due:
    """The day that is `length` after `start`, which is day 0, or day 1 where `first_day` says so.

    Months end on the same day number, else on the month's last day. A day counted in calendar days or
    months may fall on a rest day and stays there, unless `to_working_day`: then it moves on. Days of
    `pauses` do not count; a clock in months that was stopped runs on for as many days as it stood still.
    Raises Trouble for a year the calendar does not hold; ValueError for a pause without an end.
    """
    if any(one.end is None for one in pauses):
        raise ValueError("a pause that still lasts gives no day: ask due_or_stopped")
    resting = _resting(calendar, pauses)
    if unit == Unit.WORKING_DAYS:
        return _counted(start, length, resting, _DAY, first=first_day == 1)
    due = _past_pauses(start, _end(start, length, unit), pauses, first_day)
    if not to_working_day or resting(due.day) is None:
        return due
    moved = _counted(due.day, 1, resting, _DAY, first=True)
    return Due(moved.day, due.skipped + moved.skipped)


def due_or_stopped(
    start: date,
    length: int,
    unit: str,
    calendar: Calendar,
    *,
    to_working_day: bool = False,
    first_day: int = 0,
    pauses: Sequence[Pause] = (),
) -> Due | Stopped:
    """As `due_on`; where a pause without an end begins by the day it would be due, the clock is stopped.

    Raises Trouble for a year the calendar does not hold.
    """
    ended = [one for one in pauses if one.end is not None]
    lasting = sorted((one for one in pauses if one.end is None), key=lambda one: one.start)
    due = due_on(
        start, length, unit, calendar, to_working_day=to_working_day, first_day=first_day, pauses=ended
    )
    if not lasting or lasting[0].start > due.day:
        return due
    pause = lasting[0]
    since = max(pause.start, start)
    skipped = tuple((day, why) for day, why in due.skipped if day < since)
    days = [since + n * _DAY for n in range((due.day - since).days + 1)]
    rest = {day for day, _ in due.skipped} | ({start} if first_day == 0 else set())
    return Stopped(since, pause.why, sum(day not in rest for day in days), skipped)


def due_before(event: date, length: int, unit: str, calendar: Calendar) -> Due:
    """The last day for something owed `length` before an event, as notice before publication is.

    Raises Trouble for a year the calendar does not hold.
    """
    if unit == Unit.WORKING_DAYS:
        return _counted(event, length, calendar.why_rest, -_DAY)
    return Due(_end(event, -length, unit))


def working_days_between(start: date, end: date, calendar: Calendar) -> int:
    """How many working days pass from `start`, not counted, to the end of `end`; negative backwards."""
    if end < start:
        return -working_days_between(end, start, calendar)
    return sum(calendar.works(day) for day in _days(start, end))


def _days(start: date, end: date) -> Iterator[date]:
    """The days after `start` up to and with `end`."""
    return (start + n * _DAY for n in range(1, (end - start).days + 1))


def _end(start: date, length: int, unit: str) -> date:
    """A length in calendar days or months away, as the almanac has it."""
    return start + (relativedelta(months=length) if Unit(unit) is Unit.MONTHS else relativedelta(days=length))


def _resting(calendar: Calendar, pauses: Sequence[Pause]) -> Reason:
    """A rest day is a rest day also while a pause lasts."""

    def why(day: date) -> str | None:
        return calendar.why_rest(day) or _paused(day, pauses)

    return why


def _paused(day: date, pauses: Sequence[Pause]) -> str | None:
    return next((one.in_words for one in pauses if one.holds(day)), None)


def _past_pauses(start: date, end: date, pauses: Sequence[Pause], first_day: int) -> Due:
    """`end`, a day earlier where `start` is day 1, and a day later for each day that a pause held."""
    if not pauses:
        return Due(end - first_day * _DAY)
    length = (end - start).days
    return _counted(start, length, lambda day: _paused(day, pauses), _DAY, first=first_day == 1)


def _counted(start: date, length: int, resting: Reason, step: timedelta, *, first: bool = False) -> Due:
    """Walk until `length` days are counted; `first` says that `start` itself may be one of them."""
    day, left, skipped = start - step if first else start, length, []
    while left > 0:
        day += step
        why = resting(day)
        if why is None:
            left -= 1
        else:
            skipped.append((day, why))
    return Due(day, tuple(skipped))
