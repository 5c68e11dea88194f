"""A day as programs keep it: by week or number of the year, in a script, in seconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

ISO_WEEK = re.compile(r"(?<!\d)(\d{4})-?w(\d\d)-?([1-7])(?!\d)")
ISO_ORDINAL = re.compile(r"(?<!\d)(\d{4})[-./](\d{3})(?!\d)")
SCRIPTED = re.compile(r"(?:\bnew\s+date|\.utc)\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})")
SECONDS = re.compile(r"(?<![\w.])(\d{10})(?:\d{3})?(?![\w])")


def scripted(match: re.Match[str]) -> Iterator[date]:
    """new Date(2003, 10, 8): the months of a script begin at nought."""
    yield from day_at(int(match[1]), int(match[2]) + 1, int(match[3]))


def seconds(match: re.Match[str]) -> Iterator[date]:
    """Seconds or thousandths since 1970, in which programs keep a day; ten digits since September 2001."""
    yield date(1970, 1, 1) + timedelta(days=int(match[1]) // 86_400)


def iso_week(match: re.Match[str]) -> Iterator[date]:
    year, week, weekday = (int(part) for part in match.groups())
    if 1 <= week <= 52 or (week == 53 and date(year, 12, 28).isocalendar().week == 53):
        yield date.fromisocalendar(year, week, weekday)


def iso_ordinal(match: re.Match[str]) -> Iterator[date]:
    year, number = int(match[1]), int(match[2])
    if 1900 <= year <= 2100 and 1 <= number <= 366:
        yield date(year, 1, 1) + timedelta(days=number - 1)


def day_at(year: int, month: int, day: int) -> Iterator[date]:
    """The day, where the calendar has it."""
    try:
        yield date(year, month, day)
    except ValueError:
        return
