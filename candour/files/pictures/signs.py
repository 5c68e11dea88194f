"""Signs that pictures share: tick, cross, question, pause, hatch. One stroke each, so that grey is enough."""

from __future__ import annotations

from candour.files.pictures.inks import INK
from candour.files.pictures.svg import Svg, number


def draw_tick(svg: Svg, x: float, y: float, *, stroke: str = INK, width: float = 2.4) -> None:
    """A tick about 11 pixels wide, its middle at the point."""
    path = f"M{number(x - 5)} {number(y)}l3.4 3.6l6.6 -7.4"
    svg.element("path", class_="tick", d=path, fill="none", stroke=stroke, stroke_width=width)


def draw_cross(svg: Svg, x: float, y: float, *, stroke: str = INK, width: float = 2.2) -> None:
    """A cross 9 pixels wide, its middle at the point."""
    path = f"M{number(x - 4.5)} {number(y - 4.5)}l9 9m0 -9l-9 9"
    svg.element("path", class_="cross", d=path, fill="none", stroke=stroke, stroke_width=width)


def draw_question(svg: Svg, x: float, y: float, *, fill: str = INK) -> None:
    """A question mark, its middle at the point."""
    svg.element(
        "text", "?", x=x, y=y + 5.5, font_size=16, font_weight="bold", fill=fill, text_anchor="middle"
    )


def draw_pause(svg: Svg, x: float, y: float, *, fill: str = INK) -> None:
    """Two upright bars, the first beginning at the point."""
    for left in (x, x + 7):
        svg.element("rect", class_="pause", x=left, y=y - 8, width=4, height=16, fill=fill)


def draw_hatch(
    svg: Svg,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    stroke: str,
    step: float = 7,
    stroke_width: float = 1.6,
) -> None:
    """Slanting lines within a box, as one path: a pattern would need a name, and names clash on a page."""
    pieces = []
    along = step / 2
    while along < width + height:
        left, low = max(0.0, along - height), min(along, height)
        right, high = min(along, width), max(0.0, along - width)
        pieces.append(f"M{number(x + left)} {number(y + low)}L{number(x + right)} {number(y + high)}")
        along += step
    svg.element(
        "path", class_="hatch", d="".join(pieces), fill="none", stroke=stroke, stroke_width=stroke_width
    )
