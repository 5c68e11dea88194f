"""Is this true date cell shown without its day? Then the day was never given, and none must be read into it.

Excel keeps "Jul 1999" as the first of July, and shows it by a number format such as mmm-yy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum

from candour.domain.cells import Cell

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NOT_OF_THE_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""In a number format: quoted words, escaped letters, padding, colours and languages in brackets."""
_LONGEST_CODE = 255
"""Excel's own limit."""
_BUILT_IN_MONTH = "17"  # mmm-yy; every other built-in date format shows the day


class Coarse(StrEnum):
    """What a date is shown as when its day is not."""

    MONTH = "month"
    YEAR = "year"


def coarse_styles(formats: Iterable[str], codes: Mapping[str, str]) -> dict[str, Coarse]:
    """Of a workbook's cell styles in order, each by the id of its number format: those that hide the day."""
    shown = {one: coarse_format(code) for one, code in codes.items()} | {_BUILT_IN_MONTH: Coarse.MONTH}
    return {str(number): coarse for number, one in enumerate(formats) if (coarse := shown.get(one))}


def coarse_format(code: str) -> Coarse | None:
    """MONTH for "mmm-yy", YEAR for "yyyy", None for a format with a day, a time or a number."""
    if len(code) > _LONGEST_CODE:
        return None
    letters = _NOT_OF_THE_DATE.sub("", code.partition(";")[0]).casefold()
    if re.search("[dhs0#?@eg]", letters):
        return None
    if "m" in letters:
        return Coarse.MONTH
    return Coarse.YEAR if "y" in letters else None


def coarse_words(value: Cell, shown: Coarse) -> str | None:
    """ "Jul 1999" or "1999" for the first day of it; None for a day within it, or no date at all."""
    if not isinstance(value, date) or value.day != 1:
        return None
    if isinstance(value, datetime) and value.time() != time(0):
        return None
    if shown is Coarse.MONTH:
        return f"{_MONTHS[value.month - 1]} {value.year}"
    return str(value.year) if value.month == 1 else None
