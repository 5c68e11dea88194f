"""One row of a picture of knowledge: whose entry, what it says, and the line from the day it was known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.timeline.agency_kinds import Kind
from candour.files.pictures.day_scale import DayScale
from candour.files.pictures.inks import INK, WHITE
from candour.files.pictures.lettering import cut, write_lines
from candour.files.pictures.marks import draw_mark, hue_of
from candour.files.pictures.signs import draw_hatch, draw_question
from candour.files.pictures.svg import Svg, number

ROW = 31.0
LETTERS = 15.5
_BAR = 9.0
_MARK = 12.0
_LEAST = 11.0


class Standing(StrEnum):
    SURE = "sure"
    POSSIBLE = "possible"
    DISPUTED = "disputed"
    CANNOT_SAY = "cannot say"


@dataclass(frozen=True, slots=True)
class Known:
    """Something an agency knew, or may have known, on the day of the fence.

    `since` is the earliest day it may have been known, `surely` the day by which it was; the kind
    and number give the mark of the agency whose entry it is. `how` is read at the right: "sure, told".
    """

    words: str
    kind: Kind
    since: date
    surely: date | None = None
    standing: Standing = Standing.SURE
    how: str = ""
    nth: int = 1
    href: str | None = None


@dataclass(frozen=True, slots=True)
class HeldElsewhere:
    """Something that others held, and that no return shows arriving.

    Days are counted from `surely`. What `lasted` went on from `since` to `surely`; else it was at
    some time between them.
    """

    words: str
    kind: Kind
    since: date
    surely: date | None = None
    lasted: bool = False
    nth: int = 1
    href: str | None = None

    def days_by(self, day: date) -> int:
        return (day - (self.surely or self.since)).days


@contextmanager
def row_of(svg: Svg, row: Known | HeldElsewhere, y: float, room: float) -> Iterator[None]:
    """The row's mark and words at the left; what is drawn within stands in the same link."""
    class_ = row.standing.replace(" ", "-") if isinstance(row, Known) else "elsewhere"
    with (
        svg.inside("g", class_=f"row {class_}"),
        svg.inside("a", href=row.href) if row.href else nullcontext(),
    ):
        svg.element("title", row.words)
        draw_mark(svg, row.kind, 9, y, size=14, nth=row.nth)
        words = cut(row.words, room - 42, LETTERS)
        write_lines(svg, (words,), 24, y + 5.5, size=LETTERS, fill=INK)
        yield


def draw_known(svg: Svg, row: Known, scale: DayScale, y: float, fence: float) -> None:
    """From the day known to the fence: what is sure is full, what is not is dashed and hollow."""
    hue = hue_of(row.kind)
    x, surely = scale.x(row.since), scale.x(row.surely or row.since)
    if row.standing is Standing.CANNOT_SAY:
        _draw_box(svg, x, fence - x, y, hue)
        draw_question(svg, x - 14, y)
        return
    if row.standing is Standing.SURE:
        if surely > x:
            draw_within(svg, x, max(surely - x, min(_LEAST, fence - x)), y, hue)
        _draw_line(svg, surely, fence, y, hue, 3)
    else:
        _draw_box(svg, x, fence - x, y, hue)
    _draw_standing(svg, row, x, y)


def draw_held(svg: Svg, row: HeldElsewhere, scale: DayScale, y: float, fence: float) -> None:
    """From the day surely held to an upright bar short of the fence."""
    hue = hue_of(row.kind)
    x, surely = scale.x(row.since), scale.x(row.surely or row.since)
    stop = max(fence - 6, scale.left)
    if row.lasted:
        _draw_line(svg, x, min(surely, stop), y, hue, 5)
    elif surely > x:
        draw_within(svg, x, min(max(surely - x, _LEAST), max(stop - x, 1)), y, hue)
    _draw_line(svg, min(surely, stop), stop, y, hue, 1.5)
    svg.element("line", class_="stop", x1=stop, y1=y - 8, x2=stop, y2=y + 8, stroke=INK, stroke_width=2.4)
    if row.since < scale.first:
        head = f"M{number(x + 9)} {number(y - 6)}L{number(x)} {number(y)}L{number(x + 9)} {number(y + 6)}"
        svg.element("path", class_="earlier", d=head, fill="none", stroke=hue, stroke_width=2)
    else:
        draw_mark(svg, row.kind, x, y, size=_MARK, nth=row.nth)


def draw_within(svg: Svg, x: float, width: float, y: float, hue: str) -> None:
    """Some time within: hatched, with a thin outline, as wide as what is not known."""
    box = {"x": x, "y": y - _BAR / 2, "width": width, "height": _BAR}
    svg.element("rect", class_="within", **box, fill=WHITE, stroke=hue, stroke_width=1.2)
    draw_hatch(svg, x, y - _BAR / 2, width, _BAR, stroke=hue, step=6)


def _draw_line(svg: Svg, x: float, to: float, y: float, hue: str, width: float) -> None:
    svg.element("line", class_="known", x1=x, y1=y, x2=to, y2=y, stroke=hue, stroke_width=width)


def _draw_box(svg: Svg, x: float, width: float, y: float, hue: str) -> None:
    box = {"x": x, "y": y - _BAR / 2, "width": width, "height": _BAR}
    svg.element(
        "rect", class_="unsure", **box, fill=WHITE, stroke=hue, stroke_width=1.4, stroke_dasharray="4 3"
    )


def _draw_standing(svg: Svg, row: Known, x: float, y: float) -> None:
    match row.standing:
        case Standing.POSSIBLE:
            draw_mark(svg, row.kind, x, y, size=_MARK, nth=row.nth, state="hollow")
        case Standing.DISPUTED:
            draw_mark(svg, row.kind, x, y, size=_MARK, nth=row.nth, state="half")
        case _:
            draw_mark(svg, row.kind, x, y, size=_MARK, nth=row.nth)
