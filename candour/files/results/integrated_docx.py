"""The chronology as a Word document: A4 on its side, headings on each page, every row with its place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt, RGBColor

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.moments.spoken import spoken
from candour.files.results.chronology_tables import told_words
from candour.files.results.spreadsheet_words import neutral
from candour.files.results.word_rows import Cell, word_table_xml

HEADINGS = ("When", "Agency", "What happened", "What was done", "Who was told", "Source", "From")
CELL, SMALL = "ChronologyCell", "ChronologySmall"
WIDTHS = (2000, 1700, 4700, 2500, 1700, 1300, 1240)
"""Twentieths of a point: together what A4 on its side leaves between margins of 15 mm."""
MADE_ON = datetime(2000, 1, 1)
"""A document says when it was made; a fixed day keeps the same chronology the same bytes."""


def integrated_docx(entries: Iterable[Entry], *, title: str, subtitle: str) -> bytes:
    """Rows in the order given. Dates are said in words that claim no more than they do, and as written.

    A row copied into a spreadsheet stays words: what could start a formula there is written with `'`.
    """
    document = docx.Document()
    lay_out(document, title)
    document.add_paragraph(title, style="Title")
    document.add_paragraph(subtitle, style="Subtitle")
    rows = ([*_cells(entry)] for entry in entries)
    body = document.element.body
    body.insert(
        len(body) - 1, parse_xml(word_table_xml(HEADINGS, WIDTHS, rows))
    )  # before the page's own lines
    document.add_paragraph()
    return same_bytes(document)


def _cells(entry: Entry) -> Iterable[Cell]:
    when = [(CELL, spoken(entry.when)), (SMALL, f"written: {entry.when.text}")]
    if entry.kind is Kind.GAP_STATEMENT:
        when.append((SMALL, "The agency says it had no contact."))
    yield when
    yield [(CELL, neutral(entry.agency)), *([(SMALL, neutral(entry.role))] if entry.role else [])]
    yield [(CELL, neutral(entry.event))]
    yield [(CELL, neutral(entry.action))]
    yield [(CELL, neutral(told_words(one))) for one in entry.told]
    yield [(SMALL, neutral(entry.source))]
    yield [(SMALL, neutral(str(entry.place))), (SMALL, entry.id)]


def lay_out(document: Document, title: str) -> None:
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(15)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.created = properties.modified = MADE_ON
    for name, size, bold, colour in (
        ("ChronologyHeading", 9, True, RGBColor(255, 255, 255)),
        (CELL, 9, False, RGBColor(0x1A, 0x1A, 0x1A)),
        (SMALL, 8, False, RGBColor(0x4A, 0x55, 0x5B)),
    ):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size, style.font.bold, style.font.color.rgb = Pt(size), bold, colour
        style.paragraph_format.space_after = style.paragraph_format.space_before = Pt(1)
    _number_pages(document)


def _number_pages(document: Document) -> None:
    run = document.sections[0].footer.paragraphs[0].add_run()
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)


def same_bytes(document: Document) -> bytes:
    """The document packed anew: a zip keeps the hour of each part, and this one must keep none."""
    written, kept = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, MADE_ON.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()
