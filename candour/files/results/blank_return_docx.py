"""A blank return as a Word document: A4 on its side, words on how, and one table to fill in."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from candour.domain.returns.fields import Field
from candour.files.results.blank_return import COLUMNS, Asked, how_to_fill_in
from candour.files.results.integrated_docx import CELL, lay_out, same_bytes
from candour.files.results.word_rows import word_table_xml

EMPTY_ROWS = 20
_WIDTHS = {
    Field.DATE: 1300,
    Field.TIME: 700,
    Field.EVENT: 2840,
    Field.ACTION: 1700,
    Field.ROLE: 950,
    Field.TOLD: 1100,
    Field.TOLD_ON: 900,
    Field.RECORDED_ON: 950,
    Field.CHILD_SEEN: 650,
    Field.CHILD_ALONE: 650,
    Field.CHILD_VOICE: 900,
    Field.SOURCE: 800,
    Field.COMMENT: 900,
    Field.LINE_OF_ENQUIRY: 800,
}
"""Twentieths of a point: together what A4 on its side leaves between margins of 15 mm."""


def blank_return_docx(asked: Asked) -> bytes:
    """Read back as it is, it has no rows; filled in, every column is known and the agency too."""
    document = docx.Document()
    lay_out(document, asked.heading)
    document.add_paragraph(asked.heading, style="Title")
    for label, words in asked.title_block():
        _say(document, f"{label}: {words}")
    _list(document, "Lines of enquiry", [(f"{n}", q) for n, q in enumerate(asked.lines_of_enquiry, start=1)])
    _list(document, "How to fill it in", how_to_fill_in())
    _list(document, "What each column is for", [(one.heading, one.says) for one in COLUMNS])
    _list(document, "Agencies of this review", [("Under Told", "; ".join(asked.agencies))])
    document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    headings, widths = [one.heading for one in COLUMNS], [_WIDTHS[one.field] for one in COLUMNS]
    empty = ([[(CELL, "")] for _ in COLUMNS] for _ in range(EMPTY_ROWS))
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(word_table_xml(headings, widths, empty)))
    document.add_paragraph()
    return same_bytes(document)


def _list(document: Document, title: str, lines: list[tuple[str, str]]) -> None:
    said = [(label, words) for label, words in lines if words]
    if not said:
        return
    heading = document.add_paragraph(title, style="Heading 2")
    heading.paragraph_format.space_before = Pt(8)
    for label, words in said:
        paragraph = _say(document, "")
        paragraph.add_run(f"{label}  ").bold = True
        paragraph.add_run(words)


def _say(document: Document, words: str) -> Paragraph:
    paragraph = document.add_paragraph(words)
    paragraph.paragraph_format.space_after = Pt(2)
    return paragraph
