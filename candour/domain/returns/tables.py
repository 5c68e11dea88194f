"""A return as it was sent: tables of rows of cells, each row with the place where a person would find it."""

from __future__ import annotations

from dataclasses import dataclass, field

from candour.domain.cells import Cell, cell_words, is_blank

__all__ = ["Cell", "Place", "ReturnFile", "Row", "Table", "cell_words", "is_blank"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a row stands, as a person sees it: `part` is a sheet's name, "table 2", or "" in a csv.

    `row` is the sheet's own number; the record's number in a csv (the heading is 1, a cell with line
    breaks is one record, blank records count); the row in its own table in a docx.
    """

    file: str
    part: str
    row: int

    def as_json(self) -> dict[str, str | int]:
        return {"file": self.file, "part": self.part, "row": self.row}

    def __str__(self) -> str:
        part = f", {self.part}" if self.part else ""
        return f"{self.file}{part}, row {self.row}"


@dataclass(frozen=True, slots=True)
class Row:
    """One non-blank row. `carried` are the columns whose cell comes from a merged cell in a row above."""

    number: int
    cells: tuple[Cell, ...]
    carried: frozenset[int] = frozenset()

    def words(self, column: int) -> str:
        """The cell as a person sees it, without spaces around; "" where there is none."""
        return cell_words(self.cells[column]) if column < len(self.cells) else ""

    def in_words(self) -> list[str]:
        """The words of every cell."""
        try:
            return list(map(str.strip, self.cells))  # type: ignore[arg-type]  # in most rows all are words
        except TypeError:
            return [cell.strip() if isinstance(cell, str) else cell_words(cell) for cell in self.cells]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet, one Word table, or one csv: its non-blank rows, with the numbers the file gives them."""

    part: str
    rows: tuple[Row, ...]
    headings: tuple[str, ...] = ()
    """Where the format names each cell itself and no row does: the names, in the order of the cells."""


@dataclass(frozen=True, slots=True)
class ReturnFile:
    """A file an agency sent, read and not yet interpreted.

    `preamble` is the text that stands outside the tables (paragraphs of a docx), in order.
    `sha256` and `size` (bytes) are of the file as it came.
    """

    file: str
    format: str
    sha256: str
    size: int
    tables: tuple[Table, ...]
    preamble: tuple[str, ...] = field(default=())
