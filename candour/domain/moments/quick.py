"""Plain days in company: 1999-07-14, Wed 14 July 1999, 14/07/1999 14:30, read without the grammar. For speed.

Whatever raises a question (the wrong weekday, midnight, an hour of one figure) is left to the grammar.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from candour.domain.moments.days import FILLER
from candour.domain.moments.moment import Fate, Moment, Precision
from candour.domain.moments.plain import plain_day, quick_moment

_YEAR_FIRST = re.compile(r"(19|20)([0-9]{2})-([0-9]{2})-([0-9]{2})")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_FILLED_IN = frozenset({"00:00", "12:00"})
_WEEKDAYS = {
    spelt: number
    for number, name in enumerate(
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    )
    for spelt in (name, name[:3], name[:3].lower(), name.lower())
}
_MOST = len("Wednesday, 14 September 1999 14:30")
_DAY_TO_ITS_END = timedelta(hours=23, minutes=59)


def quick_day(text: str) -> Moment | None:
    """The moment, where the text is a plain day with its weekday, its clock time or both; else None."""
    if len(text) > _MOST:
        return None
    day, clock = text, ""
    if text[-3:-2] == ":" and text[-6:-5] == " ":
        day, clock = text[:-6].removesuffix(","), text[-5:]
        if clock in _FILLED_IN or _CLOCK.fullmatch(clock) is None:
            return None
    if day[:1].isalpha():
        moment = _with_weekday(day)
    else:
        moment = _year_first(day) if day[4:5] == "-" else None
        moment = moment or (plain_day(day) if clock else None)
    if moment is None:
        return None
    return _at(moment, text, clock) if clock else moment


def _year_first(text: str) -> Moment | None:
    match = _YEAR_FIRST.fullmatch(text)
    if match is None or match[1] + match[2] < "1901":
        return None
    try:
        earliest = datetime(int(match[1] + match[2]), int(match[3]), int(match[4]))
    except ValueError:
        return None
    flags = (FILLER,) if match[4] == "01" else ()
    latest = earliest + _DAY_TO_ITS_END
    rule = "year_month_day"
    return quick_moment(
        *(text, Fate.PLACED, text, earliest, latest, Precision.DAY, None, rule, None, None, (), flags, ())
    )


def _with_weekday(text: str) -> Moment | None:
    weekday, _, rest = text.partition(" ")
    number = _WEEKDAYS.get(weekday.removesuffix(","))
    if number is None or (day := plain_day(rest)) is None or day.earliest is None:
        return None
    if day.earliest.weekday() != number:
        return None
    flags = tuple(flag for flag in day.flags if flag != FILLER)  # who names the weekday meant that day
    return quick_moment(
        *(text, Fate.PLACED, day.edtf, day.earliest, day.latest, Precision.DAY, None, day.rule),
        *(None, None, (), flags, ()),
    )


def _at(day: Moment, text: str, clock: str) -> Moment | None:
    if day.earliest is None:
        return None
    at = day.earliest.replace(hour=int(clock[:2]), minute=int(clock[3:]))
    edtf = f"{day.edtf}T{clock}:00"
    return quick_moment(
        *(text, Fate.PLACED, edtf, at, at, Precision.MINUTE, None, day.rule, None, None, (), day.flags, ())
    )
