"""Spreadsheets' own numbers for days: 36355 is 14 July 1999, and a fraction is the time of day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

FIRST_SERIAL, LAST_SERIAL = 10_000, 80_000
"""18 May 1927 to 10 January 2119: smaller and larger numbers are not taken for days."""

_DAY_ZERO = datetime(1899, 12, 30)
_MINUTES = 24 * 60


def day_of_serial(number: float) -> date | None:
    return (_DAY_ZERO + timedelta(days=int(number))).date() if FIRST_SERIAL <= number <= LAST_SERIAL else None


def time_of_fraction(number: float) -> time | None:
    """The time that a fraction of a day stands for, to the minute; None for a whole day."""
    minutes = round((number % 1) * _MINUTES)
    return time(minutes // 60, minutes % 60) if 0 < minutes < _MINUTES else None
