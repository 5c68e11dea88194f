"""A day in words, as finely as an audience may have it: no birthday follows from a month."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = ("winter", "spring", "summer", "autumn")
_BANDS = ((0, 0), (1, 4), (5, 8), (9, 12), (13, 15), (16, 17), (18, 24), (25, 39), (40, 59), (60, 150))


class Grain(StrEnum):
    """How finely a day is told. `day` is for those that somebody decided to make public.

    `age` and `age_band` tell how old somebody was then, `count` which day it was from another ("Day 12").
    """

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    AGE = "age"
    AGE_BAND = "age_band"
    COUNT = "count"

    @property
    def needs(self) -> bool:
        """Whether it also has to be said whose age, or from which day."""
        return self in (Grain.AGE, Grain.AGE_BAND, Grain.COUNT)


def in_words(day: date, grain: Grain) -> str:
    """11 February 2014; February 2014; winter 2013/14; 2014. A winter lies in two years, and names both."""
    month = _MONTHS[day.month - 1]
    match grain:
        case Grain.DAY:
            return f"{day.day} {month} {day.year}"
        case Grain.MONTH:
            return f"{month} {day.year}"
        case Grain.SEASON:
            season = _SEASONS[day.month % 12 // 3]
            begins = day.year if day.month == 12 else day.year - 1
            return (
                f"winter {begins}/{(begins + 1) % 100:02}" if season == "winter" else f"{season} {day.year}"
            )
        case Grain.YEAR:
            return str(day.year)
        case _:
            raise ValueError(f"a day alone cannot be told as {grain}")


def whole_span(day: date, grain: Grain) -> tuple[date, date]:
    """The first and last day that read the same."""
    match grain:
        case Grain.MONTH:
            return day.replace(day=1), _last_of(day.year, day.month)
        case Grain.SEASON:
            year = day.year + 1 if day.month == 12 else day.year
            last = (day.month % 12 // 3) * 3 + 2
            begins = date(year - 1, 12, 1) if last == 2 else date(year, last - 2, 1)
            return begins, _last_of(year, last)
        case Grain.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)
        case _:
            return day, day


def age_on(born: date, day: date) -> int:
    """In whole years; negative before the birth. Who is born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def band_of(age: int) -> tuple[int, int]:
    """The first and last age of the band, in years."""
    return next(((low, high) for low, high in _BANDS if low <= age <= high), _BANDS[-1])


def age_words(first: int, last: int) -> str:
    """aged 6; aged 5 to 8; aged under 1; aged 60 or over."""
    if last == 0:
        return "aged under 1"
    if first == last:
        return f"aged {first}"
    return f"aged {first} or over" if (first, last) == _BANDS[-1] else f"aged {first} to {last}"


def count_on(day: date, since: date) -> int:
    """Which day it is: the day counted from is Day 1."""
    return (day - since).days + 1


def _last_of(year: int, month: int) -> date:
    if month == 12:
        return date(year, 12, 31)
    return date.fromordinal(date(year, month + 1, 1).toordinal() - 1)
