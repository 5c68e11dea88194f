"""Held rows as a form to send to the agency: an empty date first, then why, and every cell as written."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.workbook import Workbook

from candour.files.held_columns import OURS
from candour.files.results.blank_return import DATES_HELD, DATES_READ
from candour.files.results.integrated_xlsx import WRITTEN_ON
from candour.files.results.spreadsheet_words import fitting, neutral

ROWS, WORDS = "Held rows", "How to write dates"
_WIDE = (24, 18, 12, 7, 36, 36)


@dataclass(frozen=True, slots=True)
class HeldRow:
    """One held row: where it stands, why it is held, the dates it could have, and its cells by heading."""

    file: str
    part: str
    row: int
    why: str
    readings: str
    cells: Mapping[str, str] = field(default_factory=dict)


def held_xlsx(title: str, rows: Sequence[HeldRow]) -> bytes:
    """A workbook of two sheets. Words stay words: nothing in it can act as a formula."""
    kept = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(kept, options) as book:
        book.set_properties({"title": title, "created": WRITTEN_ON})
        _write_rows(book, rows)
        _write_words(book, title)
    return kept.getvalue()


def as_sent(words: str) -> str:
    """A cell as it stands in the workbook: to be held beside what comes back."""
    return fitting(neutral(words))


def _write_rows(book: Workbook, rows: Sequence[HeldRow]) -> None:
    headings = list(dict.fromkeys(heading for row in rows for heading in row.cells))
    heading, words = book.add_format(_HEADING), book.add_format({"text_wrap": True, "valign": "top"})
    to_fill = book.add_format({"bg_color": "#fdf3dc", "border": 1, "num_format": "@", "valign": "top"})
    sheet = book.add_worksheet(ROWS)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    for number, wide in enumerate(_WIDE):
        sheet.set_column(number, number, wide)
    sheet.set_column(len(OURS), len(OURS) + max(0, len(headings) - 1), 24)
    for number, name in enumerate((*OURS, *headings)):
        sheet.write_string(0, number, as_sent(name), heading)
    for line, row in enumerate(rows, start=1):
        sheet.write_blank(line, 0, None, to_fill)
        own = (row.file, row.part, str(row.row), row.why, row.readings)
        cells = (*own, *(row.cells.get(one, "") for one in headings))
        for number, cell in enumerate(cells, start=1):
            sheet.write_string(line, number, as_sent(cell), words)


def _write_words(book: Workbook, title: str) -> None:
    sheet = book.add_worksheet(WORDS)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 90)
    strong, words = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    held = "; ".join(f"{written} ({why})" for written, why in DATES_HELD)
    for row, (label, said) in enumerate(
        (
            ("", title),
            ("What to do", "Write the date of each row in the first column, and send the workbook back."),
            ("Dates that are read", "; ".join(DATES_READ)),
            ("Dates that are held again", held),
            ("Where you do not know", "Leave the date empty. The row stays held; nothing is guessed."),
            ("Other cells", "Leave them as they are. To change what a row says, send a corrected return."),
            ("Long cells", "More words than a cell holds are cut here. The return still has all of them."),
        )
    ):
        sheet.write_string(row, 0, label, strong)
        sheet.write_string(row, 1, as_sent(said), words)


_HEADING = {"bold": True, "bg_color": "#17323f", "font_color": "#ffffff", "valign": "top", "text_wrap": True}
