"""Counts of a few kinds by year for one board, as small groups of bars from nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from candour.files.pictures.count_axis import Plot
from candour.files.pictures.inks import INK, LATER, PINE, STRIPE, WASH, WHITE
from candour.files.pictures.lettering import SMALLEST, broken, cut, width_of, write_lines
from candour.files.pictures.series_marks import write_on_white
from candour.files.pictures.signs import draw_hatch
from candour.files.pictures.svg import Svg, Value, picture

_LEFT = 48.0
_TOP = 46.0
_HEIGHT = 170.0
_TOO_FEW = "too few to say"
_MOST_KINDS = 3


@dataclass(frozen=True, slots=True)
class YearCounts:
    """One year's counts, one for each kind in order; None where no count was found."""

    name: str
    counts: tuple[int | None, ...]
    too_few: bool = False


def counts_svg(kinds: Sequence[str], years: Sequence[YearCounts], *, says: str, width: float = 720) -> str:
    """A group a year, a bar a kind: full, hatched, outlined. A year of too few stands on stripes and says so.

    Raises ValueError for more than three kinds, or for a year that has not one count for each.
    """
    if not 1 <= len(kinds) <= _MOST_KINDS:
        raise ValueError(f"bars tell one to {_MOST_KINDS} kinds apart; here are {len(kinds)}")
    if any(len(year.counts) != len(kinds) for year in years):
        raise ValueError("each year needs one count for each kind, or None")
    svg = Svg()
    most = max((count or 0 for year in years for count in year.counts), default=0)
    top = _TOP + (26 if any(year.too_few for year in years) else 0) + 18
    plot = Plot(tuple(year.name for year in years), most, _LEFT, width - 4, top, top + _HEIGHT)
    with picture(svg, width, plot.foot + 36, says, class_="picture counts"):
        _draw_key(svg, kinds, width)
        for place, year in enumerate(years):
            if year.too_few:
                _draw_too_few(svg, plot, place)
        plot.draw(svg)
        for place, year in enumerate(years):
            _draw_year(svg, year, kinds, plot, place)
    return str(svg)


def _draw_key(svg: Svg, kinds: Sequence[str], width: float) -> None:
    x = 4.0
    for nth, kind in enumerate(kinds):
        words = cut(kind, width / len(kinds) - 50, 15)
        _draw_bar(svg, nth, x, 8, 16, 16, class_="sample")
        write_lines(svg, (words,), x + 24, 21, size=15, fill=INK)
        x += 52 + width_of(words, 15)


def _draw_too_few(svg: Svg, plot: Plot, place: int) -> None:
    left, top, height = plot.x(place) - plot.pitch * 0.46, plot.top - 26, plot.foot - plot.top + 26
    wide = plot.pitch * 0.92
    svg.element("rect", class_="too-few", x=left, y=top, width=wide, height=height, fill=WASH)
    draw_hatch(svg, left, top, wide, height, stroke=STRIPE, step=14, stroke_width=1.2)
    lines = broken(_TOO_FEW, max(wide, 60), SMALLEST, most=3)
    across = max(width_of(line, SMALLEST) for line in lines) + 10
    patch: dict[str, Value] = {"width": min(across, wide), "height": len(lines) * 17 + 6, "fill": WHITE}
    svg.element("rect", x=plot.x(place) - min(across, wide) / 2, y=top - 18, **patch)
    write_lines(svg, lines, plot.x(place), top - 4, size=SMALLEST, step=17, anchor="middle", fill=LATER)


def _draw_year(svg: Svg, year: YearCounts, kinds: Sequence[str], plot: Plot, place: int) -> None:
    wide = min(plot.pitch * 0.8 / len(kinds), 34.0)
    left = plot.x(place) - wide * len(kinds) / 2
    with svg.inside("g", class_="year"):
        svg.element("title", _said(year, kinds))
        for nth, count in enumerate(year.counts):
            x = left + nth * wide
            top = plot.y(count or 0)
            if count:
                _draw_bar(svg, nth, x + 1, top, max(wide - 3, 2), plot.foot - top, class_="bar")
            shown = "–" if count is None else f"{count:,}"
            write_on_white(svg, shown, x + wide / 2, top - 5, INK)


def _said(year: YearCounts, kinds: Sequence[str]) -> str:
    counts = ", ".join(
        f"{kind} {'not found' if count is None else count}"
        for kind, count in zip(kinds, year.counts, strict=True)
    )
    return f"{year.name}: {counts}" + (f" ({_TOO_FEW})" if year.too_few else "")


def _draw_bar(svg: Svg, nth: int, x: float, y: float, width: float, height: float, *, class_: str) -> None:
    box = {"x": x, "y": y, "width": width, "height": height}
    match nth:
        case 0:
            svg.element("rect", class_=class_, **box, fill=PINE)
        case 1:
            svg.element("rect", class_=class_, **box, fill=WHITE, stroke=PINE, stroke_width=1.2)
            draw_hatch(svg, x, y, width, height, stroke=PINE, step=6)
        case _:
            svg.element("rect", class_=class_, **box, fill=WHITE, stroke=PINE, stroke_width=2)
