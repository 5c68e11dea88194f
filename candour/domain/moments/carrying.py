"""A list of dates read from the top: what its headings and earlier lines say is carried down to later ones.

Carried is only what is said: a year or month of a heading, a year of a line. Where two of these disagree, or
a date would fall before the line above it, the line is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from candour.domain.moments.context import ALONE, Context
from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.found import Code
from candour.domain.moments.headings import heading
from candour.domain.moments.moment import Fate, Moment
from candour.domain.moments.reading import read


def read_lines(lines: Iterable[str], context: Context = ALONE, *, carry: bool = False) -> Iterator[Moment]:
    """Each line's moment, in order; alone, or (`carry`) with headings and years carried down."""
    carrier = _Carrier(context)
    for line in lines:
        yield carrier.read(line) if carry else read(line, context)


class _Carrier:
    """What stands above the next line: the year and month of the last heading, and the last line's year."""

    __slots__ = ("anchor", "last", "line_year", "month", "year")

    def __init__(self, context: Context) -> None:
        self.year, self.month, self.anchor = context.year, context.month, context.anchor
        self.line_year: int | None = None
        self.last: datetime | None = None

    def read(self, line: str) -> Moment:
        above = heading(line)
        moment = self._heading(line, above) if above is not None else self._line(line)
        if moment.placed:
            years = {one.year for one in bounds_of(moment.edtf or "") if one}
            self.line_year = years.pop() if len(years) == 1 else None
            self.last = moment.earliest or self.last
        return moment

    def _heading(self, line: str, above: Context) -> Moment:
        if above.year is not None:
            self.year, self.month, self.line_year, self.last = above.year, above.month, None, None
            return read(line)
        moment = self._with_year(line, None)
        self.month = above.month
        if moment.placed:
            self.last = moment.earliest
        else:
            self.year = self.line_year = None
        return moment

    def _line(self, line: str) -> Moment:
        moment = read(line, Context(anchor=self.anchor))
        lacks_year = any(reading.startswith("XXXX-") or "/XXXX" in reading for reading in moment.readings)
        unsettled = moment.code in {Code.NO_YEAR, Code.AMBIGUOUS_DATE, Code.IMPOSSIBLE_DATE}
        if not unsettled or not (lacks_year or moment.code == Code.NO_YEAR):
            return moment
        return self._with_year(line, self.month)

    def _with_year(self, line: str, month: int | None) -> Moment:
        years = list(dict.fromkeys(year for year in (self.line_year, self.year) if year is not None))
        if not years:
            return read(line, Context(month=month, anchor=self.anchor))
        moments = [read(line, Context(year, month, self.anchor)) for year in years]
        if len(moments) > 1:
            return _held(moments, "The heading above and the line above give different years.")
        only = moments[0]
        if only.placed and only.latest and self.last and only.latest < self.last:
            later = read(line, Context(years[0] + 1, month, self.anchor))
            return _held([only, later], "In the year above it would come before the line above.")
        return only


def _held(moments: list[Moment], why: str) -> Moment:
    """The same line in two years: held with both, unless both say the same."""
    first = moments[0]
    readings = [reading for one in moments for reading in ((one.edtf,) if one.edtf else one.readings)]
    if all(one.edtf == first.edtf and one.readings == first.readings for one in moments):
        return first
    return Moment(
        text=first.text,
        fate=Fate.HELD,
        rule=first.rule,
        code=str(Code.AMBIGUOUS_DATE),
        refused=why,
        readings=tuple(dict.fromkeys(readings)),
        flags=first.flags,
    )
