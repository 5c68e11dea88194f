"""Writes integrated.xlsx: a styled sheet, frozen heading, true dates beside the words as written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from candour.files.results.chronology_tables import INTEGRATED, Line
from candour.files.results.spreadsheet_words import neutral

DAYS = frozenset({"earliest", "latest"})
WIDTHS = {
    "event": 60,
    "action": 40,
    "told": 36,
    "source": 32,
    "agency": 28,
    "date_as_written": 20,
    "role": 22,
}
USUAL_WIDTH = 12
LONGEST_CELL = 32_767
"""Characters; Excel's own limit. The whole words stand in integrated.json and integrated.csv."""
WRITTEN_ON = datetime(2000, 1, 1)
"""A workbook says when it was made; a fixed day keeps the same chronology the same bytes."""


def write_integrated_xlsx(path: Path, lines: Iterable[Line], *, columns: Sequence[str] = INTEGRATED) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
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
        last = 0
        for last, line in enumerate(lines, start=1):
            for number, cell in enumerate(line):
                if columns[number] in DAYS and (on := _excel_day(cell)):
                    sheet.write_datetime(last, number, on, day)
                elif isinstance(cell, str):
                    sheet.write_string(last, number, neutral(cell)[:LONGEST_CELL], words)
                else:
                    sheet.write_number(last, number, cell, words)
        sheet.autofilter(0, 0, last, len(columns) - 1)


def _excel_day(cell: str | int | float) -> date | None:
    """A day as a true date cell, from 1 March 1900 (before it stands Excel's false leap day)."""
    if not isinstance(cell, str) or not cell:
        return None
    day = date.fromisoformat(cell)
    return day if day >= date(1900, 3, 1) else None
