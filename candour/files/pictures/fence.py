"""The day after which nothing is shown: a heavy edge, a stripe behind it, and words on a white patch."""

from __future__ import annotations

from datetime import date

from candour.files.pictures.inks import INK, STRIPE, WASH, WHITE
from candour.files.pictures.lettering import SMALLEST, broken, cut, width_of, write_lines
from candour.files.pictures.signs import draw_hatch
from candour.files.pictures.svg import Svg, number

_LETTERS = 15.0


def draw_stripes(svg: Svg, x: float, right: float, top: float, foot: float) -> None:
    """The fenced ground; drawn first, so that all else stands on it."""
    box = {"x": x, "y": top, "width": right - x, "height": foot - top}
    svg.element("rect", class_="fenced", **box, fill=WASH)
    draw_hatch(svg, x, top, right - x, foot - top, stroke=STRIPE, step=16, stroke_width=1.2)


def draw_fence(svg: Svg, day: date, x: float, right: float, top: float, foot: float, words: str) -> None:
    """The edge with its day above it and the words in the stripes, upright where they are narrow."""
    svg.element("line", class_="fence", x1=x, y1=top - 4, x2=x, y2=foot, stroke=INK, stroke_width=3)
    name = f"{day.day} {day:%B %Y}"
    half = width_of(name, _LETTERS, bold=True) / 2
    write_lines(
        svg, (name,), min(x, right - half), top - 10, size=_LETTERS, bold=True, anchor="middle", fill=INK
    )
    if right - x < 130:
        _write_upright(svg, cut(words, foot - top - 16, SMALLEST), (x + right) / 2, (top + foot) / 2)
    else:
        _write_across(svg, words, x, right, (top + foot) / 2)


def _write_across(svg: Svg, words: str, x: float, right: float, middle: float) -> None:
    lines = broken(words, right - x - 40, _LETTERS, most=3)
    wide = max(width_of(line, _LETTERS) for line in lines) + 16
    tall = len(lines) * 20 + 10
    centre = (x + right) / 2
    svg.element("rect", x=centre - wide / 2, y=middle - tall / 2, width=wide, height=tall, fill=WHITE)
    write_lines(svg, lines, centre, middle - tall / 2 + 20, size=_LETTERS, step=20, anchor="middle", fill=INK)


def _write_upright(svg: Svg, words: str, x: float, y: float) -> None:
    wide = width_of(words, SMALLEST) + 12
    svg.element("rect", x=x - 11, y=y - wide / 2, width=22, height=wide, fill=WHITE)
    svg.element(
        "text",
        words,
        x=x + 5,
        y=y,
        font_size=SMALLEST,
        fill=INK,
        text_anchor="middle",
        transform=f"rotate(-90 {number(x + 5)} {number(y)})",
    )
