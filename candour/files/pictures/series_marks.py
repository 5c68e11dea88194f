"""How one definition's counts are told from another's: shape, dashes, then hue; four at most."""

from __future__ import annotations

from dataclasses import dataclass

from candour.files.pictures.inks import WHITE
from candour.files.pictures.lettering import SMALLEST
from candour.files.pictures.svg import Svg, Value, number


@dataclass(frozen=True, slots=True)
class Look:
    """The mark, line and hue of one definition."""

    shape: str
    dashes: str | None
    hue: str


LOOKS = (
    Look("disc", None, "#2056c4"),
    Look("square", "7 4", "#b05a05"),
    Look("diamond", "2 4", "#7d0c4a"),
    Look("triangle", "12 4 2 4", "#2d6a1d"),
)


def draw_point(svg: Svg, look: Look, x: float, y: float) -> None:
    """A mark of some 11 pixels; only the first is filled, so that two on one spot are both seen."""
    line: dict[str, Value] = {"class_": "point", "fill": WHITE, "stroke": look.hue, "stroke_width": 2.6}
    match look.shape:
        case "disc":
            svg.element("circle", class_="point", cx=x, cy=y, r=5.5, fill=look.hue)
        case "square":
            svg.element("rect", x=x - 5, y=y - 5, width=10, height=10, **line)
        case "diamond":
            svg.element("path", d=f"M{number(x)} {number(y - 7)}l7 7l-7 7l-7 -7z", **line)
        case _:
            svg.element("path", d=f"M{number(x)} {number(y - 7)}l7 12h-14z", **line)


def write_on_white(svg: Svg, words: str, x: float, y: float, fill: str, *, bold: bool = False) -> None:
    """Words in the middle of a plot, with a white edge so that a line behind does not cross them."""
    svg.element(
        "text",
        words,
        x=x,
        y=y,
        font_size=SMALLEST,
        font_weight="bold" if bold else None,
        text_anchor="middle",
        fill=fill,
        stroke=WHITE,
        stroke_width=4,
        stroke_linejoin="round",
        paint_order="stroke",
    )
