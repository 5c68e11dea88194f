"""The rows of one Word table, lined up in columns: merged, split and dragged cells included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from candour.domain.cells import Cell
from candour.domain.returns.tables import Row, Table
from candour.files.returns.docx_words import own_value, paragraphs
from candour.files.returns.sheet_rows import is_blank_row, says_nothing
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import huge_cell, local_name

NUMBER = "number"
"""Written on a table that stands in a cell once it has been read, and read where the cell is."""
_COLUMNS = 1000
"""Word itself allows 63."""
_HUGE_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class WordCell:
    """`start` and `end` are columns of the table's grid; `continues` a merged cell from the row above."""

    start: int
    end: int
    words: str
    merges: bool = False
    continues: bool = False
    holds: tuple[int, ...] = ()
    """Numbers of the tables inside it."""


class WordTable:
    """A table while its rows come in; `number` is its place among the tables of the document."""

    def __init__(self, number: int) -> None:
        self.number, self.part = number, f"table {number}"
        self._rows: list[tuple[WordCell, ...]] = []

    def add_row(self, row: etree._Element) -> int:
        """How wide the row is, in columns of the grid."""
        cells = tuple(self._cells(row))
        self._rows.append(cells)
        return cells[-1].end if cells else 0

    def _cells(self, row: etree._Element) -> list[WordCell]:
        properties = _children(row, "trPr")
        column = _number(properties, "gridBefore", 0)
        deleted = "del" in properties
        cells = []
        for element in row.iter("{*}tc"):
            cell = _cell(element, column, deleted)
            column = cell.end
            if column > _COLUMNS:
                raise Unreadable(
                    f"has a table of more than {_COLUMNS:,} columns", part=self.part, row=len(self._rows) + 1
                )
            if len(cell.words) > _HUGE_CELL:
                raise huge_cell(len(self._rows) + 1, self.part)
            cells.append(cell)
        return cells

    def take_in(self, inner: Mapping[int, WordTable]) -> set[int]:
        """Put the words of tables in cells into those cells, where their row says more; say which were.

        A table alone in its row is there for the look of the page, and stays a table of its own.
        """
        taken: set[int] = set()
        for number, cells in enumerate(self._rows):
            if not any(cell.holds for cell in cells) or is_blank_row(cell.words for cell in cells):
                continue
            self._rows[number] = tuple(_with_words(cell, inner, self.part, number + 1) for cell in cells)
            taken.update(one for cell in cells for one in cell.holds if one in inner)
        return taken

    def as_words(self) -> str:
        """As a person reads it: a line for each row, its cells apart."""
        lines = ("\t".join(cell.words for cell in cells) for cells in self._rows)
        return "\n".join(line for line in lines if line.strip())

    def table(self) -> Table:
        """Blank rows keep their numbers, and are left out; what is merged into them is passed on."""
        usual = _usual(self._rows)
        above: dict[int, str] = {}
        rows = []
        for number, cells in enumerate(self._rows, start=1):
            columns = _columns(cells, usual)
            carried = _carry(cells, columns, above)
            if not is_blank_row(cell.words for cell in cells):
                rows.append(_row(number, cells, columns, carried))
        return Table(self.part, tuple(rows))


def _with_words(cell: WordCell, inner: Mapping[int, WordTable], part: str, row: int) -> WordCell:
    said = [cell.words, *(inner[one].as_words() for one in cell.holds if one in inner)]
    if sum(map(len, said)) > _HUGE_CELL:
        raise huge_cell(row, part)
    return replace(cell, words="\n".join(one for one in said if one.strip()))


def _usual(rows: Sequence[tuple[WordCell, ...]]) -> tuple[tuple[int, int], ...]:
    """Where the cells stand in most rows: the columns as a person sees them."""
    shapes = Counter(tuple((cell.start, cell.end) for cell in row) for row in rows)
    return max(shapes, key=lambda shape: shapes[shape], default=())


def _columns(cells: Sequence[WordCell], usual: Sequence[tuple[int, int]]) -> list[int]:
    """The column of each cell: its own in the grid, or that of the usual cell whose border was dragged."""
    pairs = list(zip(cells, usual, strict=False))
    dragged = len(cells) == len(usual) and all(
        cell.start < end and start < cell.end for cell, (start, end) in pairs
    )
    return [start for _, (start, _) in pairs] if dragged else [cell.start for cell in cells]


def _carry(cells: Sequence[WordCell], columns: Sequence[int], above: dict[int, str]) -> dict[int, str]:
    """What merged cells bring into this row, by column; `above` is brought up to date for the next row."""
    carried = {}
    for cell, column in zip(cells, columns, strict=True):
        if cell.continues and column in above:
            if says_nothing(cell.words):
                carried[column] = above[column]
        elif cell.merges and not says_nothing(cell.words):
            above[column] = cell.words
        else:
            above.pop(column, None)
    return carried


def _row(number: int, cells: Sequence[WordCell], columns: Sequence[int], carried: dict[int, str]) -> Row:
    width = max(max(cell.end for cell in cells), max(columns) + 1)
    said: list[Cell] = [""] * width
    for cell, column in zip(cells, columns, strict=True):
        said[column] = carried.get(column, cell.words)
    return Row(number, tuple(said), frozenset(carried))


def _cell(element: etree._Element, column: int, deleted: bool) -> WordCell:
    properties = _children(element, "tcPr")
    merge = properties.get("vMerge")
    continues = merge is not None and (own_value(merge) or "continue") == "continue"
    return WordCell(
        start=column,
        end=column + max(1, _number(properties, "gridSpan", 1)),
        words="" if deleted else "\n".join(paragraphs(element)),
        merges=merge is not None and not continues,
        continues=continues,
        holds=() if deleted else tuple(_numbers_in(element)),
    )


def _numbers_in(cell: etree._Element) -> Iterator[int]:
    return (int(number) for one in cell.iter("{*}tbl") if (number := one.get(NUMBER, "")).isdecimal())


def _children(element: etree._Element, name: str) -> dict[str, etree._Element]:
    """What stands in a list of properties, by name."""
    properties = next((child for child in element if local_name(child) == name), ())
    return {local_name(child): child for child in properties}


def _number(properties: dict[str, etree._Element], name: str, default: int) -> int:
    digits = own_value(properties[name]) if name in properties else None
    if digits is None:
        return default
    if not digits.isascii() or not digits.isdigit() or len(digits) > 6:
        raise Unreadable("is damaged: one of its tables says impossible things of its columns")
    return int(digits)
