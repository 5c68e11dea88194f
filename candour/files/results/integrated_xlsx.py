"""Writes integrated.xlsx: a styled sheet, frozen heading, true dates beside the words as written."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from candour.files.results.chronology_tables import INTEGRATED, Line
from candour.files.results.poured_rows import SHEET, pour, words_in_xml
from candour.files.results.spreadsheet_words import neutral

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
LONGEST_CELL = 32_767
"""Characters as UTF-16 counts them; Excel's own limit. The whole words stand in the csv and the json."""
WRITTEN_ON = datetime(2000, 1, 1)
"""A workbook says when it was made; a fixed day keeps the same chronology the same bytes."""
MOST_ROWS = 1_048_575
"""Excel's own limit, the heading apart. Whatever is more stands in integrated.json and integrated.csv."""

_STYLE = re.compile(rb' s="(\d+)"/>')
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""Before it stands Excel's false leap day."""


def write_integrated_xlsx(path: Path, lines: Iterable[Line], *, columns: Sequence[str] = INTEGRATED) -> None:
    """A cell that says nothing is left out; one longer than LONGEST_CELL is cut."""
    listed = list(lines)[:MOST_ROWS]
    frame = _frame(columns, len(listed))
    pour(frame, path, _rows(listed, columns, *_styles(frame)), count=len(listed))


def _frame(columns: Sequence[str], last: int) -> bytes:
    """The workbook with its heading, and one row of blanks where the last line will stand.

    Its first blank has the style of words, its second that of days.
    """
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        book.set_properties({"title": "Integrated chronology", "created": WRITTEN_ON})
        heading = book.add_format(
            {"bold": True, "bg_color": "#17323f", "font_color": "#ffffff", "text_wrap": True, "valign": "top"}
        )
        words = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "d mmm yyyy", "align": "left", "valign": "top"})
        sheet = book.add_worksheet("Chronology")
        sheet.freeze_panes(1, 0)
        for number, name in enumerate(columns):
            sheet.set_column(number, number, WIDTHS.get(name, USUAL_WIDTH))
            sheet.write_string(0, number, name, heading)
            sheet.write_blank(max(last, 1), number, None, day if number == 1 else words)
        sheet.autofilter(0, 0, last, len(columns) - 1)
    return kept.getvalue()


def _styles(frame: bytes) -> tuple[str, str]:
    """The numbers that the styles of words and of days have in the frame."""
    with zipfile.ZipFile(io.BytesIO(frame)) as framed:
        words, day, *_ = (number.decode() for number in _STYLE.findall(framed.read(SHEET)))
    return words, day


def _rows(lines: Iterable[Line], columns: Sequence[str], words: str, day: str) -> Iterator[str]:
    begins = [f'<c r="{xl_col_to_name(number)}' for number in range(len(columns))]
    in_words, typed = f'" s="{words}" t="inlineStr"><is>', f'" s="{words}"><v>'
    of_day, days = f'" s="{day}"><v>', [name in DAYS for name in columns]
    for row, line in enumerate(lines, start=2):
        cells = [f'<row r="{row}">']
        for begin, is_day, cell in zip(begins, days, line, strict=True):
            if cell == "":
                continue
            if not isinstance(cell, str):
                cells.append(f"{begin}{row}{typed}{cell:.16G}</v></c>")
            elif is_day and (serial := _serial(cell)):
                cells.append(f"{begin}{row}{of_day}{serial}</v></c>")
            else:
                cells.append(f"{begin}{row}{in_words}{words_in_xml(_cut(neutral(cell)))}</is></c>")
        cells.append("</row>")
        yield "".join(cells)


def _cut(words: str) -> str:
    if len(words) <= LONGEST_CELL // 2:
        return words
    return words.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_CELL].decode("utf-16-le", "ignore")


@lru_cache(maxsize=8192)  # days stand in many rows
def _serial(day: str) -> int | None:
    """Excel's number for a day; None where it has none that is right."""
    on = date.fromisoformat(day)
    return (on - _DAY_ZERO).days if on >= _FIRST_DAY else None
