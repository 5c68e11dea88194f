"""Contact by month and agency: squares whose area follows the count; months outside the period are fenced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from math import sqrt

from candour.domain.timeline.contact import Cell, ContactGrid, ContactRow
from candour.domain.timeline.lane_rows import names_height, names_of
from candour.domain.timeline.zoom import NAME_COLUMN
from candour.files.pictures.fence import draw_stripes
from candour.files.pictures.inks import HAIR, INK, PINE, SECOND, WHITE
from candour.files.pictures.lettering import SMALLEST, width_of, write_lines
from candour.files.pictures.marks import draw_mark
from candour.files.pictures.svg import Svg, number, picture
from candour.files.pictures.timeline_marks import linked

WIDTH = 1120.0
TOP, FOOT = 24.0, 30.0
LEAST_ROW, MOST_SIDE = 32.0, 34.0
LEAST_SIDE = 2.5
NUMBER_FROM = 20.0
WIDE_COLUMN = 60.0
"""At the right: how many entries are dated too widely for one cell."""

DaysHref = Callable[[str, date, date], str]
"""The address of an agency's rows of some days."""


def contact_svg(grid: ContactGrid, *, href: DaysHref | None = None) -> str:
    """A row an agency, a cell a month; empty cells are empty. The greatest count is printed as the scale."""
    svg = Svg()
    pitch = (WIDTH - NAME_COLUMN - WIDE_COLUMN) / max(len(grid.cells), 1)
    side = min(pitch - 1.5, MOST_SIDE)
    heights = [max(LEAST_ROW, side + 6, names_height(names_of(row.lane))) for row in grid.rows]
    bottom = TOP + sum(heights)
    role, stop = ("group", 0) if href else ("img", None)
    with picture(
        svg, WIDTH, bottom + FOOT, grid.sentence, class_="picture contact", role=role, tabindex=stop
    ):
        for x, wide in _outside(grid, pitch):
            draw_stripes(svg, x, x + wide, TOP, bottom)
        _write_scale(svg, grid)
        top = TOP
        for row, height in zip(grid.rows, heights, strict=True):
            _draw_row(svg, row, grid, top, height, pitch, side, href)
            top += height
        _draw_axis(svg, grid, bottom, pitch)
    return str(svg)


def _outside(grid: ContactGrid, pitch: float) -> Iterator[tuple[float, float]]:
    """Runs of cells that are not the review's, as (x, width)."""
    start: int | None = None
    for at, cell in enumerate([*grid.cells, Cell(date.max, date.max, True)]):
        if not cell.in_period and start is None:
            start = at
        elif cell.in_period and start is not None:
            yield NAME_COLUMN + start * pitch, (at - start) * pitch
            start = None


def _write_scale(svg: Svg, grid: ContactGrid) -> None:
    entries = "entry" if grid.most == 1 else "entries"
    words = f"largest square: {grid.most:,} {entries} in a {grid.step}; area follows the count"
    write_lines(svg, (words,), NAME_COLUMN, 15, size=SMALLEST, fill=SECOND)
    if any(row.wide for row in grid.rows):
        write_lines(svg, ("wider",), WIDTH, 15, size=SMALLEST, anchor="end", fill=SECOND)


def _draw_row(
    svg: Svg,
    row: ContactRow,
    grid: ContactGrid,
    top: float,
    height: float,
    pitch: float,
    largest: float,
    href: DaysHref | None,
) -> None:
    rule = f"M0 {number(top)}H{number(WIDTH)}"
    svg.element("path", class_="lane-rules", d=rule, fill="none", stroke=HAIR, stroke_width=1.2)
    middle, names = top + height / 2, names_of(row.lane)
    with svg.inside("g", class_="lane-name"):
        svg.element("title", row.lane.agency)
        draw_mark(svg, row.lane.kind, 9, middle, size=13, nth=row.lane.nth)
        write_lines(svg, names, 22, middle + 5.2 - (len(names) - 1) * 9, size=15, step=18, fill=INK)
    for at, count in enumerate(row.counts):
        if count:
            side = max(largest * sqrt(count / grid.most), LEAST_SIDE)
            x, cell = NAME_COLUMN + (at + 0.5) * pitch, grid.cells[at]
            to = href(row.lane.agency, cell.first, cell.last) if href else None
            with linked(svg, to, class_="cell"):
                svg.element("title", _said(row, count, cell, grid.step))
                box = {"x": x - side / 2, "y": middle - side / 2, "width": side, "height": side}
                svg.element("rect", class_="square", **box, fill=PINE)
                if side >= NUMBER_FROM and width_of(f"{count:,}", SMALLEST) <= side - 2:
                    shown = (f"{count:,}",)
                    write_lines(svg, shown, x, middle + 5, size=SMALLEST, anchor="middle", fill=WHITE)
    if row.wide:
        write_lines(svg, (f"{row.wide:,}",), WIDTH, middle + 5, size=SMALLEST, anchor="end", fill=SECOND)


def _said(row: ContactRow, count: int, cell: Cell, step: str) -> str:
    entries = "1 entry" if count == 1 else f"{count:,} entries"
    return f"{row.lane.agency}, {step} from {cell.first:%B %Y}: {entries}"


def _draw_axis(svg: Svg, grid: ContactGrid, bottom: float, pitch: float) -> None:
    right = NAME_COLUMN + len(grid.cells) * pitch
    path, words = f"M0 {number(bottom)}H{number(WIDTH)}", []
    for at, cell in enumerate(grid.cells):
        if at == 0 or cell.first.month == 1:
            x = NAME_COLUMN + at * pitch
            path += f"M{number(x)} {number(TOP)}V{number(bottom + 6)}"
            words.append((x, str(cell.first.year)))
    svg.element("path", class_="axis", d=path, fill="none", stroke=HAIR, stroke_width=1.2)
    clear = -100.0
    for nth, (x, year) in enumerate(words):
        following = words[nth + 1][0] if nth + 1 < len(words) else right + 60
        if x - clear >= 44 and following - x >= 40:
            write_lines(svg, (year,), x + 4, bottom + 19, size=14.5, fill=INK)
            clear = x
