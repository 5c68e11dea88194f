"""Held rows as a sheet to send to the agency: place, why, possible dates, and every cell as written."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

from candour.files.results.integrated_xlsx import LONGEST_CELL, WRITTEN_ON
from candour.files.results.spreadsheet_words import neutral


def held_xlsx(title: str, columns: Sequence[str], lines: Sequence[Sequence[str]]) -> bytes:
    """A workbook of one sheet. Words stay words: nothing in it can act as a formula."""
    kept = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(kept, options) as book:
        book.set_properties({"title": title, "created": WRITTEN_ON})
        look = {"bold": True, "bg_color": "#17323f", "font_color": "#ffffff", "valign": "top"}
        heading = book.add_format({**look, "text_wrap": True})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Held rows")
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, max(0, len(columns) - 1), 24)
        for number, name in enumerate(columns):
            sheet.write_string(0, number, neutral(name)[:LONGEST_CELL], heading)
        for row, line in enumerate(lines, start=1):
            for number, cell in enumerate(line):
                sheet.write_string(row, number, neutral(cell)[:LONGEST_CELL], words)
    return kept.getvalue()
