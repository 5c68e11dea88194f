"""One entry as it is drawn: its mark, its bar, how sure it is; the box that nothing else may enter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from candour.domain.chronology.entry import Entry
from candour.domain.timeline.agency_kinds import Kind
from candour.domain.timeline.scale import Scale
from candour.domain.timeline.shapes import Drawn, Shape, drawn
from candour.domain.timeline.zoom import Zoom

MARK = 11.0
"""The room a mark takes; the mark itself is a pixel smaller."""
QUESTION = 10.0
ARROW = 14.0
CHEVRON = 9.0
LEAST_FADE = 6.0


class Standing(StrEnum):
    """How an entry stands with the agency through whose eyes we look; all are FULL where we ask no one's."""

    FULL = "full"
    HOLLOW = "hollow"
    HALF = "half"
    CANNOT_SAY = "cannot_say"
    DIM = "dim"


STANDINGS = {
    "sure": Standing.FULL,
    "possible": Standing.HOLLOW,
    "disputed": Standing.HALF,
    "cannot_say": Standing.CANNOT_SAY,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry in its place.

    `x` and `width` are the true extent (at least 11 px), `left` and `right` the whole box with fades,
    "?" and arrowheads; `y` is the middle. `handle` is the middle of the mark itself, at the earliest end
    (for "before ..", at the end that is given), or None where that lies before the window.
    """

    entry: str
    x: float
    y: float
    width: float
    left: float
    right: float
    shape: Shape
    standing: Standing
    handle: float | None
    core: tuple[float, float] | None = None
    unsure: bool = False
    open_start: bool = False
    open_end: bool = False
    goes_on_left: bool = False
    goes_on_right: bool = False
    label: str = ""
    words: str = ""
    chosen: bool = False
    kind: Kind | None = None
    """Whose mark it is, and which of them, where that is not said by its lane."""
    nth: int = 1

    @property
    def question(self) -> float | None:
        """Where a "?" begins: right before the mark, or inside the bar where the mark is out of sight."""
        if not self.unsure:
            return None
        return self.x + 1 if self.handle is None else self.x - QUESTION

    @property
    def doubt(self) -> bool:
        """True where the writer put in doubt: the date fades, or carries a "?"."""
        return self.unsure or self.shape is Shape.ABOUT


def in_window(entry: Entry, scale: Scale) -> bool:
    """An entry with an open end stands at the end it gives; one that is open at both stands nowhere."""
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    return first is not None and last is not None and scale.shows(first, last)


def mark_of(
    entry: Entry, scale: Scale, zoom: Zoom, *, standing: Standing = Standing.FULL, fence: date | None = None
) -> Mark | None:
    """Where an entry stands on the scale, still in no row; None outside the window or after the fence."""
    when = drawn(entry.when, zoom)
    if when is None or not scale.shows(when.first, when.last):
        return None
    if fence is not None and when.first.date() > fence:
        return None
    if standing is Standing.CANNOT_SAY:
        when = replace(when, unsure=True)
    return _placed(entry, when, scale, standing, fence)


def _placed(entry: Entry, when: Drawn, scale: Scale, standing: Standing, fence: date | None) -> Mark:
    begins_before, ends_after = when.first.date() < scale.start, when.last.date() > scale.end
    start = scale.inside(scale.x(when.first))
    wall = scale.day(fence, after=True) if fence else scale.close
    fenced = fence is not None and when.last.date() > fence
    end = min(scale.inside(scale.x(when.last, after=True)), wall)
    if when.shape in (Shape.DAY, Shape.OPEN):
        start = end = _stands_at(when, scale)
    width = max(end - start, MARK)
    handle = None if begins_before and not when.open_start else start + MARK / 2
    has_ends = when.shape is not Shape.OPEN
    beyond = begins_before and has_ends, ends_after and has_ends and not fenced
    left, right = _box(when, start, start + width, beyond, scale)
    return Mark(
        entry=entry.id,
        x=start,
        y=0.0,
        width=width,
        left=left,
        right=right,
        shape=when.shape,
        standing=standing,
        handle=handle,
        core=_solid_part(when, scale, min(start + width, wall)),
        unsure=when.unsure,
        open_start=when.open_start,
        open_end=when.open_end,
        goes_on_left=beyond[0],
        goes_on_right=beyond[1],
        words=words_of(entry),
    )


def _stands_at(when: Drawn, scale: Scale) -> float:
    """A "before .." stands at the start of the last day it may be; its time of day is only our bound."""
    at = datetime.combine(when.last.date(), time(0, 0)) if when.open_start else when.first
    return scale.inside(scale.x(at))


def _box(when: Drawn, x: float, end: float, beyond: tuple[bool, bool], scale: Scale) -> tuple[float, float]:
    """The room it takes: a chevron where it goes on beyond the window, else a fade, an arrowhead, a "?"."""
    fade = max(LEAST_FADE, (end - x) / 4) if when.shape is Shape.ABOUT else 0.0
    left = x - (CHEVRON if beyond[0] else ARROW if when.open_start else fade)
    right = end + (CHEVRON if beyond[1] else ARROW if when.open_end else fade)
    if when.unsure and not beyond[0]:
        left = min(left, x - QUESTION)
    return max(left, scale.left), min(right, scale.right)


def _solid_part(when: Drawn, scale: Scale, end: float) -> tuple[float, float] | None:
    if when.core is None:
        return None
    first = scale.inside(scale.x(when.core[0]))
    last = min(scale.inside(scale.x(when.core[1], after=True)), end)
    return (first, last) if last > first else None


def words_of(entry: Entry) -> str:
    """What is read on focus: the date as written, then the agency's own words, cut short."""
    said = " ".join(entry.event.split())
    cut = said if len(said) <= 90 else f"{said[:88].rsplit(' ', 1)[0]}…"
    return f"{' '.join(entry.when.text.split())}: {cut}"
