"""An old Excel workbook (.xls) as tables. Its records are looked through before the fast reader gets it.

The same three things are looked for as in an xlsx: how far the cells reach, cells that show an error, and
dates shown without their day; and whether the workbook is locked with a password.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from candour.domain.returns.tables import Table
from candour.files.ole_streams import alone, stream, stream_names
from candour.files.returns.coarse_dates import Coarse, coarse_styles
from candour.files.returns.sheet_xml import CELLS, At, Look, too_far_apart
from candour.files.returns.xlsx_return import read_sheets
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import too_many_cells
from candour.files.zips import locked

_BOF, _EOF, _FILE_PASS, _BOUND_SHEET, _FORMAT, _XF = 0x0809, 0x000A, 0x002F, 0x0085, 0x041E, 0x00E0
_NUMBER, _RK, _FORMULA, _BOOL_OR_ERROR, _MANY_RK = 0x0203, 0x027E, 0x0006, 0x0205, 0x00BD
_CLAIM, _STRINGS = 0x0200, 0x00FC
_LABELS = {0x0204, 0x00FD, 0x00D6}
_CELL_RECORDS = {_NUMBER, _RK, _FORMULA, _BOOL_OR_ERROR, _MANY_RK, *_LABELS}
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


_RECORDS = 4_000_000


@dataclass(slots=True)
class _Sheet:
    styles: Mapping[str, Coarse]
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    said: dict[At, str] = field(default_factory=dict)
    coarse: dict[At, Coarse] = field(default_factory=dict)

    def add(self, kind: int, body: bytes) -> None:
        row, column, style = struct.unpack_from("<HHH", body)
        self.rows.add(row)
        self.columns.add(column)
        if kind == _MANY_RK:
            self.columns.add(struct.unpack_from("<H", body, len(body) - 2)[0])
            for number, start in enumerate(range(4, len(body) - 2, 6)):
                self._style(row, column + number, struct.unpack_from("<H", body, start)[0])
        elif kind == _BOOL_OR_ERROR and body[7]:
            self.said[row, column] = _ERRORS.get(body[6], "#ERROR")
        elif kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
            self.said[row, column] = _ERRORS.get(body[8], "#ERROR")
        elif kind not in _LABELS:
            self._style(row, column, style)

    def _style(self, row: int, column: int, style: int) -> None:
        if shown := self.styles.get(str(style)):
            self.coarse[row, column] = shown

    def look(self) -> Look:
        if self.rows:
            height = max(self.rows) - min(self.rows) + 1
            if height * (max(self.columns) - min(self.columns) + 1) > CELLS:
                raise too_far_apart()
        return Look(self.said, self.coarse)


class _Book:
    """The records of a workbook: its own first, then each sheet's, wherever the workbook says it begins.

    What a sheet claims of its size is blotted out: the fast reader would set memory aside for it unseen.
    """

    def __init__(self, book: bytes) -> None:
        self._stream = bytearray(book)
        self._seen = 0

    def checked(self) -> bytes:
        """The stream as it may be read; to be asked for after the looks."""
        return bytes(self._stream)

    def looks(self) -> dict[int, Look]:
        """By the sheet's number from 0. A sheet is read from its own beginning, as the fast reader does."""
        starts: list[int] = []
        codes: dict[str, str] = {}
        formats: list[str] = []
        for _, kind, body in self._records(0):
            if kind == _FILE_PASS:
                raise locked()
            if kind == _BOUND_SHEET:
                starts.append(struct.unpack_from("<I", body)[0])
            elif kind == _FORMAT:
                codes[str(struct.unpack_from("<H", body)[0])] = _format_code(body)
            elif kind == _STRINGS and struct.unpack_from("<I", body, 4)[0] > len(self._stream):
                raise Unreadable("is damaged: it says impossible things of its size")
            elif kind == _XF:
                formats.append(str(struct.unpack_from("<H", body, 2)[0]))
        styles = coarse_styles(formats, codes)
        return {number: self._look(start, styles) for number, start in enumerate(starts)}

    def _look(self, start: int, styles: Mapping[str, Coarse]) -> Look:
        sheet = _Sheet(styles)
        for at, kind, body in self._records(start):
            if kind in _CELL_RECORDS:
                sheet.add(kind, body)
            elif kind == _CLAIM:
                self._stream[at : at + len(body)] = bytes(len(body))
        return sheet.look()

    def _records(self, at: int) -> Iterator[tuple[int, int, bytes]]:
        """Where each record's body begins, its kind and its body, up to the end of this part.

        Charts inside a sheet begin and end within it.
        """
        depth = 0
        while at + 4 <= len(self._stream):
            kind, size = struct.unpack_from("<HH", self._stream, at)
            depth += (kind == _BOF) - (kind == _EOF)
            self._seen += 1
            if self._seen > _RECORDS:
                raise too_many_cells()
            if kind == _EOF and depth <= 0:
                return
            yield at + 4, kind, bytes(self._stream[at + 4 : at + 4 + size])
            at += 4 + size


def read_xls(content: bytes) -> tuple[Table, ...]:
    """Raises Unreadable when the workbook is broken, locked, or larger than it has any reason to be."""
    book = _Book(stream(content, "Workbook" if "Workbook" in stream_names(content) else "Book"))
    try:
        looks = book.looks()
    except (struct.error, IndexError) as broken:
        raise Unreadable("is damaged: its records cannot be read") from broken
    return read_sheets(alone("Workbook", book.checked()), looks)


def _format_code(body: bytes) -> str:
    """The number format of a FORMAT record: how many letters, a flag for their width, the letters."""
    wide = body[4] & 1
    return body[5:].decode("utf-16-le" if wide else "latin-1", errors="replace")
