"""The shape in which a date is drawn: what is known of it, and no more. No day is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from candour.domain.moments import Doubt, Moment, Precision, bounds_of
from candour.domain.timeline.zoom import Zoom


class Shape(StrEnum):
    DAY = "day"
    """A mark and nothing else: a known day, or a known time."""
    WHOLE_DAY = "whole_day"
    """By days: an outlined bar the width of the day."""
    LASTED = "lasted"
    WITHIN = "within"
    ABOUT = "about"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A date as it is to be drawn, from `first` to `last`. Of an open end only the end it gives is known.

    `core` is the time that something surely lasted: from "Aug 99 to Feb 00" it is September to January,
    as it may have begun on any day of August.
    """

    shape: Shape
    first: datetime
    last: datetime
    core: tuple[datetime, datetime] | None = None
    open_start: bool = False
    open_end: bool = False
    unsure: bool = False


TO_THE_MINUTE = frozenset({Precision.MINUTE, Precision.HOUR})
SAYS_FROM_AND_TO = frozenset({"range", "date_and_end_date", "named_day", "edtf"})
"""Rules whose words give a start and an end; other spans are a part of a month, a term, a decade .."""
UP_TO_A_DAY = 10
"""How many letters an EDTF date to the day has; shorter ones are months and years."""


def drawn(when: Moment, zoom: Zoom) -> Drawn | None:
    """How a placed date is drawn at a level; None where it is open at both ends and so stands nowhere."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return None
    unsure = when.doubt in (Doubt.UNCERTAIN, Doubt.BOTH)
    if when.earliest is None or when.latest is None:
        at_start, at_end = when.earliest is None, when.latest is None
        return Drawn(Shape.OPEN, first, last, open_start=at_start, open_end=at_end, unsure=unsure)
    core = _solid_part(when)
    return Drawn(_shape(when, first, last, core, zoom), first, last, core, unsure=unsure)


def _shape(
    when: Moment, first: datetime, last: datetime, core: tuple[datetime, datetime] | None, zoom: Zoom
) -> Shape:
    by_days = zoom is Zoom.DAYS
    vague_time = by_days and "time_approximate" in when.flags
    if when.doubt in (Doubt.APPROXIMATE, Doubt.BOTH) or vague_time:
        return Shape.ABOUT
    if first.date() == last.date() and not by_days:
        return Shape.DAY
    if first == last or when.precision in TO_THE_MINUTE:
        return Shape.DAY
    if first.date() == last.date() and not when.timed:
        return Shape.WHOLE_DAY
    return Shape.LASTED if core else Shape.WITHIN


def _solid_part(when: Moment) -> tuple[datetime, datetime] | None:
    """The time that the words say it surely lasted, where they give a start and an end."""
    says_both = when.rule in SAYS_FROM_AND_TO and "between" not in when.text.casefold()
    if when.precision is not Precision.INTERVAL or not says_both or not when.edtf:
        return None
    if when.edtf.count("/") != 1 or when.earliest is None or when.latest is None:
        return None
    start, end = when.edtf.split("/")
    begun, ending = when.earliest, when.latest
    if len(start.rstrip("?~%")) < UP_TO_A_DAY and (last_day := bounds_of(start)[1]):
        begun = datetime.combine(last_day, time(23, 59))
    if len(end.rstrip("?~%")) < UP_TO_A_DAY and (first_day := bounds_of(end)[0]):
        ending = datetime.combine(first_day, time(0, 0))
    return (begun, ending) if begun < ending else None
