"""Writes integrated.xlsx: a styled sheet, frozen heading, true dates beside the words as written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from candour.files.results.chronology_tables import INTEGRATED, Line
from candour.files.results.left_out import LeftOut
from candour.files.results.poured_rows import SHEET, pour, words_in_xml
from candour.files.results.spreadsheet_words import fitting, neutral

DAYS = frozenset({"earliest", "latest", "since_earliest", "since_latest"})
WIDTHS = {
    "event": 60,
    "action": 40,
    "told": 36,
    "source": 32,
    "agency": 28,
    "date_as_written": 20,
    "role": 22,
    "why": 48,
    "from": 28,
    "to": 28,
}
USUAL_WIDTH = 12
WRITTEN_ON = datetime(2000, 1, 1)
"""A workbook says when it was made; a fixed day keeps the same chronology the same bytes."""
MOST_ROWS = 1_048_575
"""Excel's own limit, the heading apart."""
NOT_HERE = "Not in this workbook"

_STYLE = re.compile(rb' s="(\d+)"/>')
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it stands Excel's false leap day."""


class Named(NamedTuple):
    """A workbook's title, and the name of its sheet: 31 characters at most."""

    title: str
    sheet: str


CHRONOLOGY = Named("Integrated chronology", "Chronology")


def write_integrated_xlsx(
    path: Path,
    lines: Iterable[Line],
    *,
    columns: Sequence[str] = INTEGRATED,
    whole: str = "the csv of the same table",
    named: Named = CHRONOLOGY,
) -> LeftOut:
    """A cell that says nothing is left out. What the sheet cannot hold is said on another, and returned."""
    every = list(lines)
    listed = every[:MOST_ROWS]
    cut = _pour(path, listed, columns, named)
    left_out = LeftOut(len(every) - len(listed), len(listed), cut)
    if left_out.any:
        _pour(path, listed, columns, named, left_out.sentences(whole))
    return left_out


def _pour(
    path: Path, lines: Sequence[Line], columns: Sequence[str], named: Named, note: Sequence[str] = ()
) -> list[str]:
    """Returns the cells that were cut."""
    cut: list[str] = []
    frame = _frame(columns, len(lines), named, note)
    pour(frame, path, _rows(lines, columns, *_styles(frame), cut), count=len(lines))
    return cut


def _frame(columns: Sequence[str], last: int, named: Named, note: Sequence[str]) -> bytes:
    """The workbook with its heading, and one row of blanks where the last line will stand.

    Its first blank has the style of words, its second that of days.
    """
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        book.set_properties({"title": named.title, "created": WRITTEN_ON})
        heading = book.add_format(
            {"bold": True, "bg_color": "#17323f", "font_color": "#ffffff", "text_wrap": True, "valign": "top"}
        )
        words = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        sheet = book.add_worksheet(named.sheet)
        sheet.freeze_panes(1, 0)
        for number, name in enumerate(columns):
            sheet.set_column(number, number, WIDTHS.get(name, USUAL_WIDTH))
            sheet.write_string(0, number, name, heading)
            sheet.write_blank(max(last, 1), number, None, day if number == 1 else words)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        if note:
            _say_beside(book, note, words)
    return kept.getvalue()


def _say_beside(book: Workbook, note: Sequence[str], words: Format) -> None:
    sheet = book.add_worksheet(NOT_HERE)
    sheet.set_tab_color("#b3261e")
    sheet.set_column(0, 0, 100)
    for row, sentence in enumerate(note):
        sheet.write_string(row, 0, sentence, words)


def _styles(frame: bytes) -> tuple[str, str]:
    """The numbers that the styles of words and of days have in the frame."""
    with zipfile.ZipFile(io.BytesIO(frame)) as framed:
        words, day, *_ = (number.decode() for number in _STYLE.findall(framed.read(SHEET)))
    return words, day


def _rows(
    lines: Iterable[Line], columns: Sequence[str], words: str, day: str, cut: list[str]
) -> Iterator[str]:
    """Adds to `cut` the cells that do not hold all of their words."""
    names = [xl_col_to_name(number) for number in range(len(columns))]
    begins = [f'<c r="{name}' for name in names]
    in_words, typed = f'" s="{words}" t="inlineStr"><is>', f'" s="{words}"><v>'
    of_day, days = f'" s="{day}"><v>', [name in DAYS for name in columns]
    for row, line in enumerate(lines, start=2):
        cells = [f'<row r="{row}">']
        for name, begin, is_day, cell in zip(names, begins, days, line, strict=True):
            if cell == "":
                continue
            if not isinstance(cell, str):
                cells.append(f"{begin}{row}{typed}{cell:.16G}</v></c>")
            elif is_day and (serial := _serial(cell)):
                cells.append(f"{begin}{row}{of_day}{serial}</v></c>")
            else:
                said = neutral(cell)
                if (kept := fitting(said)) != said:
                    cut.append(f"{name}{row}")
                cells.append(f"{begin}{row}{in_words}{words_in_xml(kept)}</is></c>")
        cells.append("</row>")
        yield "".join(cells)


@lru_cache(maxsize=8192)  # days stand in many rows
def _serial(day: str) -> int | None:
    """Excel's number for a day; None where it has none that is right."""
    on = date.fromisoformat(day)
    return (on - _DAY_ZERO).days if on >= _FIRST_DAY else None
