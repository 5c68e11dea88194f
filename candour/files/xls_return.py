"""An old Excel workbook (.xls) as tables. Its records are looked through before the fast reader gets it.

The same three things are looked for as in an xlsx: how far the cells reach, cells that show an error, and
dates shown without their day; and whether the workbook is locked with a password.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from candour.domain.returns.tables import Table
from candour.files.coarse_dates import Coarse, coarse_styles
from candour.files.ole_streams import stream, stream_names
from candour.files.sheet_xml import CELLS, At, Look, too_far_apart
from candour.files.unreadable import Unreadable
from candour.files.xlsx_return import read_sheets
from candour.files.zips import locked

_BOF, _FILE_PASS, _BOUND_SHEET, _FORMAT, _XF = 0x0809, 0x002F, 0x0085, 0x041E, 0x00E0
_NUMBER, _RK, _FORMULA, _BOOL_OR_ERROR, _MANY_RK, _MANY_BLANK = 0x0203, 0x027E, 0x0006, 0x0205, 0x00BD, 0x00BE
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


@dataclass(slots=True)
class _Sheet:
    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    said: dict[At, str] = field(default_factory=dict)
    styled: list[tuple[At, int]] = field(default_factory=list)

    def reach(self, row: int, first: int, last: int) -> None:
        self.rows.add(row)
        self.columns.update((first, last))

    def look(self, coarse: Mapping[str, Coarse]) -> Look:
        if self.rows:
            height = max(self.rows) - min(self.rows) + 1
            if height * (max(self.columns) - min(self.columns) + 1) > CELLS:
                raise too_far_apart()
        shown = ((at, coarse.get(str(style))) for at, style in self.styled)
        return Look(self.said, {at: one for at, one in shown if one})


def read_xls(content: bytes) -> tuple[Table, ...]:
    book = stream(content, "Workbook" if "Workbook" in stream_names(content) else "Book")
    try:
        looks = _looks(book)
    except (struct.error, IndexError) as broken:
        raise Unreadable("is damaged: its records cannot be read") from broken
    return read_sheets(content, looks.get)


def _looks(book: bytes) -> dict[int, Look]:
    """By the sheet's number from 0. Sheets are found by where the workbook says that they begin."""
    starts: list[int] = []
    sheets: dict[int, _Sheet] = {}
    codes: dict[str, str] = {}
    formats: list[str] = []
    sheet = _Sheet()
    for at, kind, body in _records(book):
        if kind == _FILE_PASS:
            raise locked()
        if kind == _BOF:
            sheet = sheets.setdefault(at, _Sheet())
        elif kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _FORMAT:
            codes[str(struct.unpack_from("<H", body)[0])] = _format_code(body)
        elif kind == _XF:
            formats.append(str(struct.unpack_from("<H", body, 2)[0]))
        elif kind in _CELL_RECORDS:
            _cell(sheet, kind, body)
    coarse = coarse_styles(formats, codes)
    looks = {start: one.look(coarse) for start, one in sheets.items()}
    return {number: looks[start] for number, start in enumerate(starts) if start in looks}


def _records(book: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each record begins, its kind and its body."""
    at = 0
    while at + 4 <= len(book):
        kind, size = struct.unpack_from("<HH", book, at)
        yield at, kind, book[at + 4 : at + 4 + size]
        at += 4 + size


def _cell(sheet: _Sheet, kind: int, body: bytes) -> None:
    row, column, style = struct.unpack_from("<HHH", body)
    if kind == _MANY_RK:
        sheet.reach(row, column, struct.unpack_from("<H", body, len(body) - 2)[0])
        for number, start in enumerate(range(4, len(body) - 2, 6)):
            sheet.styled.append(((row, column + number), struct.unpack_from("<H", body, start)[0]))
        return
    sheet.reach(row, column, column)
    if kind == _BOOL_OR_ERROR and body[7]:
        sheet.said[row, column] = _ERRORS.get(body[6], "#ERROR")
    elif kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
        sheet.said[row, column] = _ERRORS.get(body[8], "#ERROR")
    elif kind not in _LABELS:
        sheet.styled.append(((row, column), style))


def _format_code(body: bytes) -> str:
    """The number format of a FORMAT record: how many letters, a flag for their width, the letters."""
    wide = body[4] & 1
    return body[5:].decode("utf-16-le" if wide else "latin-1", errors="replace")
