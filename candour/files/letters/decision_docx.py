"""A decision letter as a Word document: A4 upright, headings that a screen reader finds."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from candour.files.letters.decision_words import DecisionLetter, Line
from candour.files.results.integrated_docx import MADE_ON, same_bytes
from candour.files.results.word_rows import fit_for_word


def decision_docx(letter: DecisionLetter) -> bytes:
    """The same bytes for the same letter."""
    document = _paper(letter)
    for line in (letter.sender, letter.day, letter.number):
        document.add_paragraph(fit_for_word(line)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if letter.to:
        document.add_paragraph(fit_for_word(letter.to))
    document.add_heading(fit_for_word(letter.title), level=1)
    if letter.invented:
        document.add_paragraph().add_run(fit_for_word(letter.invented)).italic = True
    document.add_paragraph(fit_for_word(letter.lead))
    for section in letter.sections:
        document.add_heading(fit_for_word(section.title), level=2)
        if section.words:
            document.add_paragraph(fit_for_word(section.words))
        for one in section.lines:
            _write(document, one)
    return same_bytes(document)


def _paper(letter: DecisionLetter) -> Document:
    document: Document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = fit_for_word(letter.title), "", ""
    properties.created = properties.modified = MADE_ON
    document.styles["Normal"].font.size = Pt(11)
    return document


def _write(document: Document, line: Line) -> None:
    paragraph = document.add_paragraph()
    if line.title:
        paragraph.add_run(fit_for_word(line.title)).bold = True
        paragraph.add_run("\n")
    paragraph.add_run(fit_for_word(f"“{line.words}”" if line.quoted else line.words))
    if line.small:
        small = paragraph.add_run(f"\n{fit_for_word(line.small)}")
        small.font.size = Pt(9)
