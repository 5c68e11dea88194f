"""Which rows of a sheet say anything, and what do merged cells carry down into them?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from candour.domain.cells import Cell
from candour.domain.returns.tables import Row
from candour.files.returns.sheet_xml import CELLS, too_far_apart

Range = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged range, each as row and column counted from 0."""

_ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_NOTHING = _SPACES + _ZERO_WIDTH


def says_nothing(cell: Cell) -> bool:
    """True for a cell that a person sees as blank: empty, spaces of any kind, zero-width characters."""
    return cell is None or (isinstance(cell, str) and not cell.strip(_NOTHING))


def _in_letters(row: list[Cell]) -> list[Cell]:
    """A workbook can write a NUL, which is no letter and which no database keeps as one."""
    if not any(type(cell) is str and "\0" in cell for cell in row):
        return row
    return [cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in row]


def is_blank_row(cells: Iterable[Cell]) -> bool:
    return all(map(says_nothing, cells))


@dataclass(slots=True)
class Grid:
    """The non-blank rows of one sheet while it is being read, by row number counted from 0."""

    rows: dict[int, list[Cell]]
    carried: dict[int, set[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Sequence[list[Cell]], first_row: int, first_column: int) -> Grid:
        """Rows begin at column A, so that a column's place is the sheet's own."""
        before: list[Cell] = [""] * first_column
        return cls(
            {
                number: [*before, *_in_letters(row)] if before else _in_letters(row)
                for number, row in enumerate(cells, start=first_row)
                if not is_blank_row(row)
            }
        )

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
            return tuple([Row(number + 1, tuple(self.rows[number])) for number in sorted(self.rows)])
        return tuple(
            Row(number + 1, tuple(self.rows[number]), frozenset(self.carried.get(number, ())))
            for number in sorted(self.rows)
        )
