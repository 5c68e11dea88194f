"""The plainest days, read without the grammar: 14/07/1999, 14.7.99, 14 Jul 1999, 14-July-99. Only for speed.

What is not plain sailing (no such day, a year in doubt, a filled-in date) is left to the grammar.
"""

from __future__ import annotations

import re
from datetime import datetime

from candour.domain.births import quickly_made
from candour.domain.moments.days import DAY_FIRST, FILLER
from candour.domain.moments.moment import Fate, Moment, Precision
from candour.domain.moments.month_names import ENGLISH_MONTHS
from candour.domain.moments.units import TWO_DIGITS

_PLAIN = re.compile(
    r"([0-9]{1,2})(?:([/.-])([0-9]{1,2})\2|(st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ -])([0-9]{4}|[0-9]{2})"
)
MONTHS_SPELT = {
    spelt: n for name, n in ENGLISH_MONTHS.items() for spelt in (name, name.capitalize(), name.upper())
}


quick_moment = quickly_made(Moment)
"""A moment whose bounds are in order and whose fate is placed, made without looking whether they are."""


def plain_day(text: str) -> Moment | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    day_written, _, month_written, ordinal, name, year_written = match.groups()
    day, year = int(day_written), int(year_written)
    month = int(month_written) if name is None else MONTHS_SPELT.get(name, 0)
    flags: tuple[str, ...] = ()
    if name is None and day <= 12:
        flags = (DAY_FIRST,)
    if day == 1 and ordinal is None:
        flags = (*flags, FILLER)
    if year < 100 and len(year_written) == 2:
        if 30 <= year < 50:
            return None
        year += 1900 if year >= 50 else 2000
        flags = (*flags, TWO_DIGITS)
    if not 1901 <= year <= 2099:
        return None
    try:
        earliest = datetime(year, month, day)
    except ValueError:
        return None
    return quick_moment(
        text,
        Fate.PLACED,
        f"{year}-{month:02}-{day:02}",
        earliest,
        earliest.replace(hour=23, minute=59),
        Precision.DAY,
        None,
        "numeric_day" if name is None else "named_day",
        None,
        None,
        (),
        flags,
        (),
    )
