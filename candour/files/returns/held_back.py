"""A workbook of held rows that came back: each row with the date that was written for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from candour.domain.returns.tables import Cell, Row, Table
from candour.domain.trouble import Trouble
from candour.files.held_columns import FILE, OURS, PART, ROW, WRITE_HERE
from candour.files.returns.reading import read_content

NEEDED = {WRITE_HERE, FILE, PART, ROW}


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One line of the workbook: where it stands in it, which row it speaks of, and every other cell.

    `row` is None where no number stands there; `cells` are the agency's, by the headings as they came.
    """

    sheet: str
    line: int
    file: str
    part: str
    row: int | None
    date: Cell
    cells: Mapping[str, str]


def read_held_back(name: str, content: bytes) -> list[HeldLine]:
    """Every line under the headings that we wrote. Raises Trouble where no sheet has them."""
    file = read_content(name, content)
    found = [(table, at) for table in file.tables if (at := _heading_of(table)) is not None]
    if not found:
        raise Trouble(
            f"{name} is no workbook of held rows: no sheet of it has the headings {', '.join(OURS[:4])}.",
            where=name,
            do="Send back the workbook that was downloaded here, with its headings as they were.",
        )
    return [_line(table.part, row, at) for table, at in found for row in table.rows if row.number > at.number]


def _heading_of(table: Table) -> Row | None:
    return next((row for row in table.rows if set(row.in_words()) >= NEEDED), None)


def _line(sheet: str, row: Row, heading: Row) -> HeldLine:
    """The first column of each of our headings is ours: a return may have a column called Row itself."""
    ours: dict[str, int] = {}
    cells: dict[str, str] = {}
    for column, words in enumerate(heading.in_words()):
        if words in OURS and words not in ours:
            ours[words] = column
        elif words:
            cells[words] = row.words(column)
    number = row.words(ours[ROW])
    return HeldLine(
        sheet,
        row.number,
        row.words(ours[FILE]),
        row.words(ours[PART]),
        int(number) if number.isascii() and number.isdigit() else None,
        row.cells[ours[WRITE_HERE]] if ours[WRITE_HERE] < len(row.cells) else None,
        cells,
    )
