"""The national series beside the boards' counts: drawn by definition, compared where two years stand."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.tallies import Comparison, NationalSeries, ReportingYear, compare, national_series
from candour.files.pictures.series import Count, Event, Series, Total, series_svg

BEFORE, AFTER = 2009, 2010
"""The two years that the field argues about."""


@dataclass(frozen=True, slots=True)
class Fall:
    """One definition's two years, and what they say of each other."""

    series: NationalSeries
    comparison: Comparison
    source: str


def picture() -> str:
    series, dated = national_series()
    return series_svg(
        [
            Series(
                one.name,
                one.note,
                tuple(Count(count.year.begins, count.n) for count in one.counts),
                tuple(Total(span.first.begins, span.last.begins, span.n) for span in one.totals),
            )
            for one in series
        ],
        [Event(one.on, one.words) for one in dated],
        says="Serious case reviews in England by year, two definitions drawn apart. Both fall from "
        f"{ReportingYear(BEFORE)} to {ReportingYear(AFTER)}.",
    )


def falls() -> list[Fall]:
    """Each definition that has both years."""
    found = []
    for one in national_series()[0]:
        before, after = one.in_year(BEFORE), one.in_year(AFTER)
        if before and after:
            found.append(Fall(one, compare(before.n, after.n), after.source))
    return found
