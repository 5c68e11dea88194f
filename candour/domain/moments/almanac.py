"""The calendar's own facts: lengths of months, weekdays, Easter, named days, school half terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Years outside these are taken for slips of the pen: nobody in a review lived then."""


def days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def plausible(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def days_after(day: date, days: int) -> date:
    return day + timedelta(days=days)


def months_after(day: date, months: int) -> date:
    """The same day number so many months on, or the month's last day."""
    return day + relativedelta(months=months)


def monday_of(day: date) -> date:
    return days_after(day, -day.weekday())


def next_weekday(day: date, weekday: int) -> date:
    """The first such weekday after the day, never the day itself."""
    return days_after(day, (weekday - day.weekday() - 1) % 7 + 1)


def weekday_before(day: date, weekday: int) -> date:
    return days_after(day, -((day.weekday() - weekday - 1) % 7 + 1))


def nearest_weekday(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return days_after(day, ahead if ahead <= 3 else ahead - 7)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth such weekday of the month; None where the month has no fifth."""
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    return date(year, month, day) if day <= days_in(year, month) else None


def last_weekday(year: int, month: int, weekday: int) -> date:
    last = date(year, month, days_in(year, month))
    return days_after(last, -((last.weekday() - weekday) % 7))


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: days_after(easter(year), days)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


NAMED_DAYS: Mapping[str, Callable[[int], date]] = {
    "easterday": _from_easter(0),
    "eastermonday": _from_easter(1),
    "goodfriday": _from_easter(-2),
    "maundythursday": _from_easter(-3),
    "palmsunday": _from_easter(-7),
    "motheringsunday": _from_easter(-21),
    "ashwednesday": _from_easter(-46),
    "shrovetuesday": _from_easter(-47),
    "whitsunday": _from_easter(49),
    "newyearsday": _fixed(1, 1),
    "burnsnight": _fixed(1, 25),
    "valentinesday": _fixed(2, 14),
    "stdavidsday": _fixed(3, 1),
    "stpatricksday": _fixed(3, 17),
    "stgeorgesday": _fixed(4, 23),
    "halloween": _fixed(10, 31),
    "bonfirenight": _fixed(11, 5),
    "armisticeday": _fixed(11, 11),
    "standrewsday": _fixed(11, 30),
    "christmaseve": _fixed(12, 24),
    "christmasday": _fixed(12, 25),
    "boxingday": _fixed(12, 26),
    "newyearseve": _fixed(12, 31),
}
"""Days known by a name: exact. Bank holidays are left out, as they move and differ between nations."""

NAMED_TIMES: Mapping[str, Callable[[int], date]] = {
    "easter": _from_easter(0),
    "christmas": _fixed(12, 25),
    "newyear": _fixed(1, 1),
}
"""Times of year known by a name: about their day."""


def easter_sunday(year: int) -> date:
    return easter(year)


def half_terms(year: int, month: int) -> list[date]:
    """The Mondays on which the half-term week of a month may begin; empty where the month has none.

    October: the last Monday whose Friday is still in October. May: the last Monday (the spring bank
    holiday). February differs between authorities: the week of the Monday from 12 to 18, or the next.
    """
    if month == 10:
        monday = last_weekday(year, 10, MONDAY)
        return [monday if monday.day <= 27 else days_after(monday, -7)]
    if month == 5:
        return [last_weekday(year, 5, MONDAY)]
    if month == 2:
        monday = monday_of(date(year, 2, 18))
        return [monday, days_after(monday, 7)]
    return []
