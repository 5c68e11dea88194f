"""Headings between rows that say when what follows was: "July 1999", "1999:", "AUGUST"."""

from __future__ import annotations

import re

from candour.domain.moments.almanac import plausible
from candour.domain.moments.context import Context
from candour.domain.moments.fair_copy import fair_copy
from candour.domain.moments.pieces import pieces

LONGEST = 40
_CONTINUED = re.compile(r"[ ,(-]*(?:continued|contd|cont|ctd)[ )]*$")
_HEADINGS = {"month_year", "year_month", "month_alone", "year_alone"}


def heading(text: str) -> Context | None:
    """The year and month to carry down when the words are nothing but these; None for any other words.

    Words that may also be a day are no heading: "July 09".
    """
    if len(text) > LONGEST:
        return None
    words = _CONTINUED.sub("", fair_copy(text).words).strip(" -*=")
    found = pieces(words)
    if len(found) != 1 or found[0].rule not in _HEADINGS or len(found[0].years) > 1:
        return None
    unit = found[0]
    if not all(map(plausible, unit.years)):
        return None
    return Context(year=unit.years[0] if unit.years else None, month=unit.month or None)
