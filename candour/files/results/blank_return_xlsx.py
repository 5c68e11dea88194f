"""A blank return as a workbook: rows to fill in under a frozen heading, and a second sheet of words."""

from __future__ import annotations

import io

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from candour.domain.returns.fields import Field
from candour.files.results.blank_return import COLUMNS, Asked, how_to_fill_in, no_involvement
from candour.files.results.integrated_xlsx import WRITTEN_ON
from candour.files.results.spreadsheet_words import fitting, neutral

ROWS, WORDS = "Return", "How to fill it in"
LAST_ROW = 5000
"""Lists are offered so far down."""
_YES_NO = ["yes", "no"]
_AT = {one.field: number for number, one in enumerate(COLUMNS)}


def blank_return_xlsx(asked: Asked) -> bytes:
    """No macros, no formulas. Read back as it is, it has no rows; filled in, every column is known."""
    kept = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(kept, options) as book:
        book.set_properties({"title": asked.heading, "created": WRITTEN_ON})
        rows, words = book.add_worksheet(ROWS), book.add_worksheet(WORDS)
        first = _fill_rows(book, rows, asked)
        names = _fill_words(book, words, asked)
        _offer_lists(rows, first, names, len(asked.lines_of_enquiry))
    return kept.getvalue()


def _fill_rows(book: Workbook, sheet: Worksheet, asked: Asked) -> int:
    """The title block, the heading, and columns ready to be written in. Returns the first empty row."""
    cell = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for number, one in enumerate(COLUMNS):
        sheet.set_column(number, number, one.wide, cell)
    plain, strong = book.add_format({}), book.add_format({"bold": True})
    large = book.add_format({"bold": True, "font_size": 14})
    sheet.set_row(0, 21, plain)
    _write(sheet, 0, 0, asked.heading, large)
    block = [*asked.title_block(), ("No involvement?", no_involvement())]
    for row, (label, words) in enumerate(block, start=1):
        sheet.set_row(row, None, plain)
        _write(sheet, row, 0, label, strong)
        _write(sheet, row, 1, words, plain)
    heading_row = len(block) + 1
    look = {"bold": True, "bg_color": "#17323f", "font_color": "#ffffff", "valign": "top", "text_wrap": True}
    heading = book.add_format(look)
    sheet.set_row(heading_row, 32)
    for number, one in enumerate(COLUMNS):
        _write(sheet, heading_row, number, one.heading, heading)
    sheet.freeze_panes(heading_row + 1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(heading_row)
    return heading_row + 1


def _fill_words(book: Workbook, sheet: Worksheet, asked: Asked) -> str:
    """What to write where. Returns the cells that hold the names of agencies; "" where there are none."""
    words = book.add_format({"text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    lines = [(one.heading, one.says) for one in COLUMNS]
    lines = [*how_to_fill_in(), *((f"Column {heading}", says) for heading, says in lines)]
    for nth, question in enumerate(asked.lines_of_enquiry, start=1):
        lines.append((f"Line of enquiry {nth}", question))
    first = len(lines) + 1
    lines += [(f"Agency {nth}", name) for nth, name in enumerate(asked.agencies, start=1)]
    for row, (label, said) in enumerate(lines):
        _write(sheet, row, 0, label, strong)
        _write(sheet, row, 1, said, words)
    return f"='{WORDS}'!$B${first}:$B${len(lines)}" if asked.agencies else ""


def _offer_lists(sheet: Worksheet, first: int, names: str, questions: int) -> None:
    """Lists to choose from, where they help; other words may be typed all the same."""
    for field in (Field.CHILD_SEEN, Field.CHILD_ALONE):
        _offer(sheet, field, first, _YES_NO)
    if names:
        _offer(sheet, Field.TOLD, first, names)
    if questions:
        _offer(sheet, Field.LINE_OF_ENQUIRY, first, [str(nth) for nth in range(1, questions + 1)])


def _offer(sheet: Worksheet, field: Field, first: int, source: list[str] | str) -> None:
    offer = {"validate": "list", "source": source, "show_error": False, "ignore_blank": True}
    sheet.data_validation(first, _AT[field], LAST_ROW, _AT[field], offer)


def _write(sheet: Worksheet, row: int, column: int, words: str, look: Format) -> None:
    sheet.write_string(row, column, fitting(neutral(words)), look)
