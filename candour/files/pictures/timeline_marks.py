"""The entries of a timeline: marks at the earliest end, and bars in the shape of what is known of a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from candour.domain.timeline import Kind, LaneRow, Mark, Shape, Standing
from candour.files.pictures.inks import INK, RULE, WHITE
from candour.files.pictures.lettering import SMALLEST
from candour.files.pictures.marks import draw_mark, hue_of
from candour.files.pictures.svg import Svg, number

MARK_SIZE = 10.0
BAR = 9.0
SOLID_BAR = 5.0
ARROW_ROOM = 14.0
FADED = 0.55

Href = Callable[[str], str]


class Inks:
    """Hatches and fades have names, which must not clash with those of another picture on the page."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def name(self, of: str, kind: Kind) -> str:
        return f"{self._prefix}{of}-{kind.replace('_', '-')}"

    def fill(self, of: str, kind: Kind) -> str:
        return f"url(#{self.name(of, kind)})"

    def define(self, svg: Svg, kinds: Iterable[Kind]) -> None:
        """A hatch and the two fades of each kind of agency in the picture."""
        with svg.inside("defs"):
            for kind in kinds:
                define_hatch(svg, self.name("hatch", kind), hue_of(kind))
                self._fade(svg, "fade-in", kind, 0.0, FADED)
                self._fade(svg, "fade-out", kind, FADED, 0.0)

    def _fade(self, svg: Svg, name: str, kind: Kind, first: float, last: float) -> None:
        with svg.inside("linearGradient", id=self.name(name, kind)):
            for offset, opacity in ((0, first), (1, last)):
                stop = f"{opacity:.2f}"
                svg.element("stop", offset=offset, stop_color=hue_of(kind), stop_opacity=stop)


def draw_entries(svg: Svg, row: LaneRow, inks: Inks, href: Href | None, nth_lane: int | None = None) -> None:
    """Every entry of a lane, each a link to its row; arrow keys go by the number of the lane."""
    if row.lane is None:
        return
    for mark in row.marks:
        kind, nth = (mark.kind, mark.nth) if mark.kind else (row.lane.kind, row.lane.nth)
        with linked(svg, href(mark.entry) if href else None, class_=_classes(mark), lane=nth_lane):
            svg.element("title", mark.words)
            _draw_bar(svg, mark, kind, inks)
            _draw_ends(svg, mark, _ink(mark, kind))
            if mark.handle is not None and mark.standing is not Standing.CANNOT_SAY:
                _draw_handle(svg, mark, mark.handle, kind, nth)
            _draw_words(svg, mark)


def _draw_handle(svg: Svg, mark: Mark, x: float, kind: Kind, nth: int) -> None:
    state, on_bar = str(mark.standing), mark.shape not in (Shape.DAY, Shape.OPEN)
    draw_mark(svg, kind, x, mark.y, size=MARK_SIZE, nth=nth, state=state, clear=on_bar)


@contextmanager
def linked(svg: Svg, to: str | None, *, class_: str, lane: int | None = None) -> Iterator[None]:
    """A link that the keyboard passes over, as the table has the same one; a group where none is given."""
    if to is None:
        with svg.inside("g", class_=class_):
            yield
    else:
        with svg.inside("a", href=to, tabindex=-1, class_=class_, data_lane=lane):
            yield


def _classes(mark: Mark) -> str:
    return f"entry {mark.standing}".replace("_", "-") + (" chosen" if mark.chosen else "")


def _ink(mark: Mark, kind: Kind) -> str:
    return RULE if mark.standing is Standing.DIM else hue_of(kind)


def _draw_bar(svg: Svg, mark: Mark, kind: Kind, inks: Inks) -> None:
    if mark.chosen:
        left, wide = mark.x - 3, mark.width + 6
        box = {"x": left, "y": mark.y - 8, "width": wide, "height": 16}
        svg.element("rect", class_="ring", **box, rx=2, fill="none", stroke=INK, stroke_width=2)
    if mark.shape in (Shape.DAY, Shape.OPEN) and mark.standing is not Standing.CANNOT_SAY:
        return
    if mark.standing is not Standing.FULL:
        _draw_box(svg, mark.x, mark.width, mark.y, WHITE, _ink(mark, kind), dash="3 2")
    elif mark.shape is Shape.ABOUT:
        _draw_fading(svg, mark, kind, inks)
    elif mark.shape is Shape.LASTED:
        _draw_lasted(svg, mark, kind, inks)
    else:
        fill = inks.fill("hatch", kind) if mark.shape is Shape.WITHIN else WHITE
        _draw_box(svg, mark.x, mark.width, mark.y, fill, hue_of(kind))


def _draw_lasted(svg: Svg, mark: Mark, kind: Kind, inks: Inks) -> None:
    """Solid for the time that it surely lasted; hatched where it may have begun or ended."""
    end = mark.x + mark.width
    first, last = mark.core or (mark.x, end)
    for x, to in ((mark.x, first), (last, end)):
        if to - x >= 2:
            _draw_box(svg, x, to - x, mark.y, inks.fill("hatch", kind), hue_of(kind))
    y = mark.y - SOLID_BAR / 2
    svg.element(
        "rect", class_="lasted", x=first, y=y, width=last - first, height=SOLID_BAR, fill=hue_of(kind)
    )


def _draw_fading(svg: Svg, mark: Mark, kind: Kind, inks: Inks) -> None:
    y, end = mark.y - BAR / 2, mark.x + mark.width
    middle = {"x": mark.x, "y": y, "width": mark.width, "height": BAR}
    svg.element("rect", class_="about", **middle, fill=hue_of(kind), fill_opacity=f"{FADED}")
    for name, x, to, beyond in (
        ("fade-in", mark.left, mark.x, mark.goes_on_left),
        ("fade-out", end, mark.right, mark.goes_on_right),
    ):
        if not beyond:
            fill = inks.fill(name, kind)
            svg.element("rect", class_="about", x=x, y=y, width=to - x, height=BAR, fill=fill)


def _draw_box(
    svg: Svg, x: float, width: float, y: float, fill: str, stroke: str, dash: str | None = None
) -> None:
    svg.element(
        "rect",
        class_="within",
        x=x + 0.6,
        y=y - BAR / 2,
        width=max(width - 1.2, 1),
        height=BAR,
        fill=fill,
        stroke=stroke,
        stroke_width=1.2,
        stroke_dasharray=dash,
    )


def _draw_ends(svg: Svg, mark: Mark, ink: str) -> None:
    """An arrowhead at an open side; a chevron where the entry goes on beyond the window."""
    end = mark.x + mark.width
    if mark.open_start:
        _draw_line(svg, mark.x, mark.x - ARROW_ROOM + 2, mark.y, ink)
    if mark.open_end:
        _draw_line(svg, end, end + ARROW_ROOM - 2, mark.y, ink)
    for beyond, x, way in ((mark.goes_on_left, mark.x - 8, 1), (mark.goes_on_right, end + 8, -1)):
        if beyond:
            path = f"M{number(x + 5.5 * way)} {number(mark.y - 5)}l{-5.5 * way} 5l{5.5 * way} 5"
            svg.element("path", class_="beyond", d=path, fill="none", stroke=ink, stroke_width=1.8)


def _draw_line(svg: Svg, x: float, to: float, y: float, ink: str) -> None:
    back = 5 if to < x else -5
    path = f"M{number(x)} {number(y)}H{number(to)}m{back} -4l{-back} 4l{back} 4"
    svg.element("path", class_="open-end", d=path, fill="none", stroke=ink, stroke_width=1.8)


def _draw_words(svg: Svg, mark: Mark) -> None:
    if mark.question is not None:
        svg.element(
            "text", "?", x=mark.question, y=mark.y + 5, font_size=SMALLEST, font_weight="bold", fill=INK
        )
    if mark.label:
        write_clear(svg, mark.label, mark.right + 4, mark.y + 5)


def write_clear(
    svg: Svg, words: str, x: float, y: float, *, fill: str = INK, anchor: str | None = None
) -> None:
    """Words with a white edge, so that a line which passes behind them leaves them readable."""
    svg.element(
        "text",
        words,
        x=x,
        y=y,
        font_size=SMALLEST,
        fill=fill,
        text_anchor=anchor,
        stroke=WHITE,
        stroke_width=3,
        paint_order="stroke",
    )


def define_hatch(svg: Svg, name: str, hue: str) -> None:
    """A pattern of slanting lines: some time within, may belong here."""
    with svg.inside(
        "pattern",
        id=name,
        width=5,
        height=5,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    ):
        svg.element("rect", width=5, height=5, fill=WHITE)
        svg.element("rect", width=1.7, height=5, fill=hue)
