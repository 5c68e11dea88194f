"""A csv or tsv as one table. A record is a row, whether its cells hold line breaks or not."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from candour.domain.returns.tables import Row, Table
from candour.files.encodings import NotText, decode
from candour.files.returns.delimiters import DELIMITERS, delimiter_of
from candour.files.returns.sheet_rows import is_blank_row
from candour.files.returns.sheet_xml import CELLS
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import huge_cell, too_many_cells

HUGE_CELL = 1_000_000
_COLUMNS = 16_384
_LINES = 1_000_000
_SAID_DELIMITER = re.compile(rf'"?sep=([{re.escape("".join(DELIMITERS))}])"?[ ,;\t|]*(?:\r\n|\r|\n|$)', re.I)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$")
_END = "\x1fend of the file\x1f"

csv.field_size_limit(HUGE_CELL)


def read_csv(content: bytes) -> tuple[Table, ...]:
    """The heading is row 1, and blank records count. A first line "sep=;" is for the program, not a row."""
    try:
        text = decode(content)
    except NotText as refused:
        raise Unreadable(f"cannot be read as text: {refused}", do="Save it again as csv (UTF-8).") from None
    said = _SAID_DELIMITER.match(text)
    start = said.end() if said else 0
    delimiter = said[1] if said else delimiter_of(text)
    return (Table("", tuple(_rows(text, start, delimiter))),)


def _rows(text: str, start: int, delimiter: str) -> Iterator[Row]:
    cells = 0
    for number, record in _records(text, start, delimiter):
        if record and not is_blank_row(record):
            cells += len(record)
            if cells > CELLS:
                raise too_many_cells()
            yield Row(number, tuple(record))


def _records(text: str, start: int, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with its number. A last record of our own shows whether all quotes were closed."""
    reader = csv.reader(_lines(text, start, delimiter), delimiter=delimiter)
    number = 0
    try:
        for number, record in enumerate(reader, start=1):
            if record == [_END]:
                return
            yield number, record
    except csv.Error:
        raise huge_cell(number + 1) from None
    raise Unreadable(
        "has a quotation mark that opens a cell and is never closed",
        do='Close it, or write it twice ("") where it is part of the words.',
        row=number,
    )


def _lines(text: str, start: int, delimiter: str) -> Iterator[str]:
    """Split where csv splits: at line feeds and carriage returns, never at other marks in the words."""
    line = ""
    for number, found in enumerate(_LINE.finditer(text, start), start=1):
        line = found.group()
        if number > _LINES:
            raise Unreadable(f"has more than {_LINES:,} lines", do="Send only the lines of the chronology.")
        if line.count(delimiter) > _COLUMNS:
            raise Unreadable(
                f"has a line (line {number}) with more than {_COLUMNS:,} columns",
                do="Delete the empty columns, and send it again.",
            )
        yield line
    if line and line[-1] not in "\r\n":
        yield "\n"
    yield _END
