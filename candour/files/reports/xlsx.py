"""The tables of a view as a workbook: its paragraphs on one sheet, each figure on a sheet of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from candour.domain.disclosure import Audience, ShownParagraph, ShownUnder, UnderKind, View
from candour.files.reports.wording import caption_of, reasons_of_phrases, wording_of

_MADE_ON = datetime(1980, 1, 1)
_MOST = 32_000
"""Letters that a cell holds. A longer paragraph goes on in the cell below."""
_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def report_xlsx(view: View, *, mark: str | None = None) -> bytes:
    """The workbook: never a formula, no author, the same bytes for the same view."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, **_OPTIONS}) as book:
        said = wording_of(view)
        book.set_properties({"title": view.title, "subject": said.kind, "author": "", "created": _MADE_ON})
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet("Paragraphs")
        top = [
            said.kind,
            said.number,
            *([f"CLOSED {mark or ''}"] if view.audience is Audience.CLOSED else []),
        ]
        _paragraphs(sheet, view, top, bold, wrapped)
        for paragraph in view.paragraphs:
            for one in paragraph.under:
                if one.kind is UnderKind.FIGURE and one.standing.is_shown:
                    _figure(book.add_worksheet(f"Figure {one.number}"), one, bold, wrapped)
        if view.audience is Audience.CLOSED:
            _mark_each_page(book, mark or "")
    return kept.getvalue()


def _mark_each_page(book: xlsxwriter.Workbook, mark: str) -> None:
    """In print. A heading has room for 255 letters, and an ampersand in it begins a code."""
    for sheet in book.worksheets():
        sheet.set_header("&L" + f"CLOSED {mark}"[:120].replace("&", "&&"))


def _paragraphs(sheet: Worksheet, view: View, top: list[str], bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 90)
    reasons = ["Why it is closed"] if view.audience is Audience.CLOSED else []
    rows = [[view.title], top, ["Part", "Paragraph", "Words", *reasons]]
    for part in view.parts:
        for paragraph in part.told:
            number = str(paragraph.number or "")
            for words, why in _with_reasons(paragraph):
                pieces = [words[at : at + _MOST] for at in range(0, len(words), _MOST)]
                rows += [[part.title, number, piece, *([why] if why else [])] for piece in pieces]
    for n, row in enumerate(rows):
        for k, cell in enumerate(row):
            sheet.write_string(n, k, cell, wrapped if n > 2 else bold)


def _with_reasons(one: ShownParagraph) -> Iterator[tuple[str, str]]:
    """The words of it and of all under it, each with why it is closed, or ""."""
    phrases = reasons_of_phrases(one)
    inside = f"closed words: {phrases}" if phrases else ""
    yield one.words, "; ".join(said for said in (one.reason, inside) if said)[:_MOST]
    for under in one.under:
        yield _told(under), under.reason[:_MOST]


def _figure(sheet: Worksheet, one: ShownUnder, bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, len(one.columns), 30)
    sheet.write_string(0, 0, caption_of(one), bold)
    sheet.write_string(1, 0, one.alt)
    for k, cell in enumerate(one.columns):
        sheet.write_string(3, k, cell, bold)
    counts = one.counts
    for n, row in enumerate(one.rows):
        for k, cell in enumerate(row):
            if counts and k == len(row) - 1:
                sheet.write_number(n + 4, k, counts[n])
            else:
                sheet.write_string(n + 4, k, cell, wrapped)


def _told(one: ShownUnder) -> str:
    if not one.standing.is_shown:
        return one.words
    return f"{one.text} {one.by}".strip() if one.kind is UnderKind.QUOTATION else caption_of(one)
