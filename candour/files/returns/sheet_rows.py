"""Which rows of a sheet say anything, and what do merged cells carry down into them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from candour.domain.births import quickly_made
from candour.domain.cells import Cell
from candour.domain.returns.tables import Row
from candour.files.returns.sheet_xml import CELLS, too_far_apart

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, each as row and column counted from 0."""

quick_row = quickly_made(Row)
NONE: frozenset[int] = frozenset()

_ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_NOTHING = _SPACES + _ZERO_WIDTH


def says_nothing(cell: Cell) -> bool:
    """True for a cell that a person sees as blank: empty, spaces of any kind, zero-width characters."""
    return cell is None or (isinstance(cell, str) and not cell.strip(_NOTHING))


def _in_letters(row: list[Cell]) -> list[Cell]:
    """A workbook can write a NUL, which is no letter and which no database keeps as one."""
    if "\0" not in "".join([cell for cell in row if type(cell) is str]):
        return row
    return [cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in row]


def is_blank_row(cells: Iterable[Cell]) -> bool:
    return all(map(says_nothing, cells))


def _plainly_words(row: list[Cell]) -> bool:
    """True for a row of nothing but words, some of them not blank and none with a NUL. Only for speed."""
    try:
        words = "".join(row)  # type: ignore[arg-type]  # in most rows all are words
    except TypeError:
        return False
    return words[:1].isalnum() and "\0" not in words


@dataclass(slots=True)
class Grid:
    """The non-blank rows of one sheet while it is being read, by row number counted from 0."""

    rows: dict[int, list[Cell]]
    carried: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Sequence[list[Cell]], first_row: int, first_column: int) -> Grid:
        """Rows begin at column A, so that a column's place is the sheet's own."""
        before: list[Cell] = [""] * first_column
        rows = {
            number: row if plainly else _in_letters(row)
            for number, row in enumerate(cells, start=first_row)
            if (plainly := _plainly_words(row)) or not is_blank_row(row)
        }
        return cls({number: [*before, *row] for number, row in rows.items()} if before else rows)

    def put(self, row: int, column: int, words: Cell) -> None:
        cells = self.rows.setdefault(row, [])
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = words

    def carry_down(self, ranges: Iterable[Range]) -> None:
        """The value of a merged cell stands in its first column, in every non-blank row that it reaches."""
        deep = [one for one in ranges if one[0][0] < one[1][0]]
        if sum(last - first for (first, _), (last, _) in deep) > CELLS:
            raise too_far_apart()
        for (first, column), (last, _) in deep:
            top = self.rows.get(first, [])
            if column >= len(top) or says_nothing(top[column]):
                continue
            for number in range(first + 1, last + 1):
                self._carry(top[column], number, column)

    def _carry(self, value: Cell, number: int, column: int) -> None:
        cells = self.rows.get(number)
        if cells is None or (column < len(cells) and not says_nothing(cells[column])):
            return
        self.put(number, column, value)
        self.carried.setdefault(number, set()).add(column)

    def finished(self) -> tuple[Row, ...]:
        """The rows in order, as the sheet numbers them: from 1."""
        if not self.carried:
            rows = self.rows
            return tuple([quick_row(number + 1, tuple(rows[number]), NONE) for number in sorted(rows)])
        return tuple(
            Row(number + 1, tuple(self.rows[number]), frozenset(self.carried.get(number, ())))
            for number in sorted(self.rows)
        )
