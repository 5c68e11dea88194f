"""Density strips: columns on one scale of heights, a hatched second row for what may belong here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.domain.timeline import Column, MonthStrip, Step, Strip
from candour.files.pictures.inks import INK, RULE, SECOND
from candour.files.pictures.lettering import SMALLEST, write_lines
from candour.files.pictures.svg import Svg, number, picture
from candour.files.pictures.timeline_marks import define_hatch, linked

SECOND_ROW = 8.0
CAP = 3.0
STRIP_BASE = 38.0
FRAME = 49.0
STRIP_INK = "#565c60"

WindowHref = Callable[[date, date], str]


def draw_strip(svg: Svg, strip: Strip, base: float, hue: str, hatch: str, href: WindowHref | None) -> None:
    """Columns that stand on `base`; with `href` each is a link to its own days."""
    if href is None:
        _draw_columns(svg, strip.columns, base, hue)
    else:
        for column in strip.columns:
            with linked(svg, href(column.first, column.last), class_="column"):
                svg.element("title", column_words(column, strip.step))
                svg.element("path", d=_box(column, base), fill=hue)
    capped = [column for column in strip.columns if column.capped]
    if capped:
        caps = "".join(_rectangle(one.x, base - one.height, _wide(one), CAP) for one in capped)
        svg.element("path", class_="caps", d=caps, fill=INK)
    if strip.wide:
        top = base + 2
        rows = "".join(_rectangle(x, top, wide, SECOND_ROW) for x, wide in strip.wide)
        svg.element("path", class_="may-belong", d=rows, fill=hatch, stroke=hue, stroke_width=1.2)
    if strip.silent:
        dashes = "".join(f"M{number(x)} {number(base - 32)}h{number(wide)}" for x, wide in strip.silent)
        svg.element(
            "path", class_="no-contact", d=dashes, stroke=SECOND, stroke_width=1.3, stroke_dasharray="6 4"
        )


def column_words(column: Column, step: Step) -> str:
    """ "12 entries, week of 3 May 2009"."""
    entries = "1 entry" if column.count == 1 else f"{column.count:,} entries"
    if step in (Step.HOUR, Step.DAY):
        return f"{entries}, {spoken_day(column.first)}"
    return f"{entries}, {step} of {spoken_day(column.first)}"


def strip_svg(strip: MonthStrip, *, href: WindowHref | None = None, id_prefix: str = "") -> str:
    """All rows by month, with the window framed. `id_prefix` sets its hatch apart from others on the page."""
    svg = Svg()
    hatch = f"{id_prefix}hatch-strip"
    role = "img" if href is None else "group"
    with picture(svg, strip.width, strip.height, strip.sentence, class_="picture month-strip", role=role):
        with svg.inside("defs"):
            define_hatch(svg, hatch, STRIP_INK)
        _write_heading(svg, strip)
        draw_strip(svg, strip.strip, STRIP_BASE, STRIP_INK, f"url(#{hatch})", href)
        _draw_axis(svg, strip)
        x, wide = strip.frame
        box = {"x": x, "y": 1.2, "width": wide, "height": FRAME}
        svg.element("rect", class_="frame", **box, fill="none", stroke=INK, stroke_width=2.4)
    return str(svg)


def _write_heading(svg: Svg, strip: MonthStrip) -> None:
    svg.element("text", strip.heading, x=0, y=15, font_size=15, fill=INK)
    svg.element("text", strip.note, x=0, y=34, font_size=14.5, fill=SECOND)


def _draw_axis(svg: Svg, strip: MonthStrip) -> None:
    y = FRAME + 1.2
    path = f"M{number(strip.left)} {number(y)}H{number(strip.right)}"
    path += "".join(f"M{number(tick.x)} {number(y)}v14" for tick in strip.ticks)
    svg.element("path", class_="axis", d=path, fill="none", stroke=RULE, stroke_width=1.2)
    for tick in strip.ticks:
        write_lines(svg, (tick.words,), tick.x + 3, y + 15, size=SMALLEST, fill=INK)


def _draw_columns(svg: Svg, columns: Sequence[Column], base: float, hue: str) -> None:
    if columns:
        boxes = "".join(_box(column, base) for column in columns)
        svg.element("path", class_="columns", d=boxes, fill=hue)


def _box(column: Column, base: float) -> str:
    return _rectangle(column.x, base - column.height, _wide(column), column.height)


def _wide(column: Column) -> float:
    """Columns side by side keep a pixel between them."""
    return max(column.width - 1, 1.2)


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{number(x)} {number(y)}h{number(width)}v{number(height)}h-{number(width)}z"
