"""Dates as people write them in UK records: read into a Moment that never claims more than the words say."""

from candour.domain.moments.carrying import read_lines
from candour.domain.moments.cells import at_time, between, read_cell
from candour.domain.moments.context import ALONE, Context
from candour.domain.moments.edtf import bounds_of
from candour.domain.moments.headings import heading
from candour.domain.moments.moment import Doubt, Fate, Moment, Precision
from candour.domain.moments.reading import from_edtf, quickly, read

__all__ = [
    "ALONE",
    "Context",
    "Doubt",
    "Fate",
    "Moment",
    "Precision",
    "at_time",
    "between",
    "bounds_of",
    "from_edtf",
    "heading",
    "quickly",
    "read",
    "read_cell",
    "read_lines",
]
