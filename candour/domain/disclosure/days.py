"""A day in words, as finely as an audience may have it: no birthday follows from a month."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

_MONTHS = "January February March April May June July August September October November December".split()
_SEASONS = ("winter", "spring", "summer", "autumn")


class Grain(StrEnum):
    """How finely a day is told. `day` is for those that somebody decided to make public."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"


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
