"""Plain days with a plain doubt: c. 7 January 2008, 7/1/08?, w/c 7/1/2008, early May 1999, between two days.

Read without the grammar, for speed: the day inside is read the plain way, and what stands round it is added.
"""

from __future__ import annotations

import re
from datetime import timedelta

from candour.domain.moments.almanac import days_in
from candour.domain.moments.moment import Doubt, Fate, Moment, Precision
from candour.domain.moments.parts import NOT_FROM_MONDAY
from candour.domain.moments.plain import MONTHS_SPELT, plain_day, quick_moment
from candour.domain.moments.quick import quick_day
from candour.domain.moments.units import TWO_DIGITS

_NEARLY = frozenset({"c.", "c", "ca.", "circa", "about", "around", "approx", "approx.", "approximately"})
_DAYS_OF = {"early": (1, 10), "mid": (10, 20), "late": (20, 31)}
_MONTH_YEAR = re.compile(r"([A-Za-z]{3,9}) ((?:19|20)[0-9]{2})")
_MOST = len("between Wednesday, 14 September 1999 and Wednesday, 15 September 1999")


def plain_doubt(text: str) -> Moment | None:
    """The moment, where the text is a plain day or month with one doubt that is plain too; else None."""
    if len(text) > _MOST:
        return None
    if text[-1:] == "?":
        return _doubted(text, text[:-1], "?", Doubt.UNCERTAIN)
    first, _, rest = text.partition(" ")
    small = first.lower()
    if small in _NEARLY:
        return _doubted(text, rest, "~", Doubt.APPROXIMATE)
    if small == "w/c":
        return _week_from(text, rest)
    if small in _DAYS_OF:
        return _part_of_month(text, *_DAYS_OF[small], rest)
    return _between(text, *rest.split(" and ")) if small == "between" and rest.count(" and ") == 1 else None


def _day(text: str) -> Moment | None:
    day = plain_day(text) or quick_day(text)
    return day if day is not None and day.precision is Precision.DAY else None


def _doubted(text: str, written: str, mark: str, doubt: Doubt) -> Moment | None:
    if (day := _day(written)) is None:
        return None
    return quick_moment(
        *(text, Fate.PLACED, f"{day.edtf}{mark}", day.earliest, day.latest, Precision.DAY, doubt, day.rule),
        *(None, None, (), day.flags, ()),
    )


def _week_from(text: str, written: str) -> Moment | None:
    day = _day(written)
    if day is None or day.earliest is None or day.latest is None:
        return None
    latest = day.latest + timedelta(days=6)
    flags = day.flags
    if day.earliest.weekday():
        flags = tuple(sorted((*flags, NOT_FROM_MONDAY)))
    edtf = f"{day.edtf}/{latest.date()}"
    return quick_moment(
        *(text, Fate.PLACED, edtf, day.earliest, latest, Precision.WEEK, None, "week"),
        *(None, None, (), flags, ()),
    )


def _part_of_month(text: str, first: int, last: int, written: str) -> Moment | None:
    match = _MONTH_YEAR.fullmatch(written)
    month = MONTHS_SPELT.get(match[1], 0) if match else 0
    if match is None or not month:
        return None
    year = int(match[2])
    return _interval(
        text,
        plain_day(f"{first}/{month}/{year}"),
        plain_day(f"{min(last, days_in(year, month))}/{month}/{year}"),
        "part_of_month",
        (),
    )


def _between(text: str, first: str, last: str) -> Moment | None:
    start, end = _day(first), _day(last)
    if start is None or end is None or TWO_DIGITS in start.flags + end.flags:
        return None
    return _interval(text, start, end, "range", tuple(sorted({*start.flags, *end.flags})))


def _interval(
    text: str, start: Moment | None, end: Moment | None, rule: str, flags: tuple[str, ...]
) -> Moment | None:
    if start is None or end is None or start.earliest is None or end.latest is None:
        return None
    if start.edtf == end.edtf or end.latest < start.earliest:
        return None
    return quick_moment(
        *(
            text,
            Fate.PLACED,
            f"{start.edtf}/{end.edtf}",
            start.earliest,
            end.latest,
            Precision.INTERVAL,
            None,
            rule,
        ),
        *(None, None, (), flags, ()),
    )
