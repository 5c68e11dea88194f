"""An Excel workbook (xlsx, xlsm) as tables: each sheet, hidden ones too, with the sheet's own row numbers."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from python_calamine import CalamineError, CalamineSheet, PasswordError, load_workbook

from candour.domain.cells import Cell
from candour.domain.returns.tables import Table
from candour.files.returns.coarse_dates import Coarse, coarse_words
from candour.files.returns.marked_cells import marked_cells
from candour.files.returns.sheet_rows import Grid
from candour.files.returns.sheet_xml import At, Look, Written, marks_of, quick_look, walk
from candour.files.returns.workbook_parts import workbook_parts
from candour.files.unreadable import Unreadable
from candour.files.zips import Archive, locked

_SHEETS = 1000


def read_workbook(content: bytes) -> tuple[Table, ...]:
    """Raises Unreadable when the workbook is broken, locked, or larger than it has any reason to be."""
    looks = _looks(Archive(content))
    return read_sheets(content, looks)


def read_sheets(content: bytes, looks: Mapping[int, Look]) -> tuple[Table, ...]:
    """The tables of a workbook whose sheets have been looked at before, by their number from 0."""
    with _soundly(), load_workbook(io.BytesIO(content)) as book:
        return tuple(
            _table(book.get_sheet_by_index(number), looks.get(number, Look()))
            for number in range(len(book.sheet_names))
        )


def _looks(archive: Archive) -> dict[int, Look]:
    """Every part is looked at, not only the sheets that the workbook names: none may hide from the check."""
    parts = workbook_parts(archive)
    looks = {name.casefold(): _look(archive, name, parts.coarse_styles) for name in archive.names}
    sheets = [part.casefold() for part in parts.sheets]
    if len(sheets) > _SHEETS or any(count > 1 for count in Counter(sheets).values()):
        raise Unreadable("is damaged: it names the same sheet many times over")
    return {number: looks[part] for number, part in enumerate(sheets) if part in looks}


def _look(archive: Archive, name: str, coarse_styles: Mapping[str, Coarse]) -> Look:
    marks = marks_of(coarse_styles)
    written = quick_look(archive.pieces(name), marks)
    if written is Written.ODDLY:
        return walk(archive.pieces(name), coarse_styles)
    if written is Written.MARKED:
        return marked_cells(archive.pieces(name), marks, coarse_styles)
    return Look()


def _table(sheet: CalamineSheet, look: Look) -> Table:
    cells: list[list[Cell]] = sheet.to_python()  # type: ignore[assignment]  # a list of narrower cells
    first_row, first_column = sheet.start or (0, 0)
    grid = Grid.of(cells, first_row, first_column)
    for (row, column), words in look.said.items():
        grid.put(row, column, words)
    for at, shown in look.coarse.items():
        _show_as_shown(grid, at, shown)
    grid.carry_down(sheet.merged_cell_ranges or ())
    return Table(sheet.name, grid.finished())


def _show_as_shown(grid: Grid, at: At, shown: Coarse) -> None:
    row, column = at
    value = grid.rows.get(row, [])[column : column + 1]
    if value and (words := coarse_words(value[0], shown)):
        grid.put(row, column, words)


@contextmanager
def _soundly() -> Iterator[None]:
    """What the fast reader says of a broken workbook, as a sentence; its panics too."""
    try:
        yield
    except PasswordError as shut:
        raise locked() from shut
    except (CalamineError, OSError, ValueError, OverflowError) as broken:
        raise Unreadable("is damaged: it cannot be opened as a workbook") from broken
    except BaseException as panic:
        if type(panic).__name__ != "PanicException":
            raise
        raise Unreadable("is damaged: it cannot be opened as a workbook") from panic
