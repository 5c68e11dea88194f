"""Counts by year, and what two small counts can say of each other."""

from candour.domain.tallies.comparison import Comparison, compare
from candour.domain.tallies.moved import Moved
from candour.domain.tallies.national import (
    Dated,
    NationalCount,
    NationalSeries,
    NationalSpan,
    national_series,
)
from candour.domain.tallies.years import ReportingYear

__all__ = [
    "Comparison",
    "Dated",
    "Moved",
    "NationalCount",
    "NationalSeries",
    "NationalSpan",
    "ReportingYear",
    "compare",
    "national_series",
]
