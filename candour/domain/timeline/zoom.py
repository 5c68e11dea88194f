"""How near we look: four levels, each with its own number of pixels a day and its own things drawn."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

NAME_COLUMN = 196.0
LEFT_PAD, RIGHT_PAD = 16.0, 28.0
"""Room at the ends of the plot for a "?", an arrowhead, a chevron and a mark on the last day."""


class Zoom(StrEnum):
    YEARS = "years"
    MONTHS = "months"
    WEEKS = "weeks"
    DAYS = "days"


LEAST_PIXELS_A_DAY = {Zoom.YEARS: 0.0, Zoom.MONTHS: 0.9, Zoom.WEEKS: 6.0, Zoom.DAYS: 40.0}
FINEST_FIRST = (Zoom.DAYS, Zoom.WEEKS, Zoom.MONTHS, Zoom.YEARS)


def time_width(width: float) -> float:
    """How many pixels of a picture of this width stand for time."""
    return width - NAME_COLUMN - LEFT_PAD - RIGHT_PAD


def finest_zoom(days: int, width: float) -> Zoom:
    """The finest level at which this many days fit into a picture of this width (in pixels)."""
    pixels = time_width(width) / max(days, 1)
    return next(zoom for zoom in FINEST_FIRST if pixels >= LEAST_PIXELS_A_DAY[zoom])


def most_days(zoom: Zoom, width: float) -> int | None:
    """How many days a picture of this width can show at a level; None for years, which always fit."""
    least = LEAST_PIXELS_A_DAY[zoom]
    return int(time_width(width) / least) if least else None


def window_at(zoom: Zoom, start: date, end: date, width: float = 1120) -> tuple[date, date]:
    """The part of a window that can be shown at a level: as much around its middle as there is room for.

    A window that fits is given back as it is.
    """
    most = most_days(zoom, width)
    days = (end - start).days + 1
    if most is None or days <= most:
        return start, end
    first = start + timedelta(days=(days - most) // 2)
    return first, first + timedelta(days=most - 1)
