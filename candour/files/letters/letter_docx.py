"""A letter as a Word document: A4 upright, the place and day, the words, and room to sign."""

from __future__ import annotations

from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from candour.files.results.integrated_docx import MADE_ON, same_bytes
from candour.files.results.word_rows import fit_for_word


@dataclass(frozen=True, slots=True)
class Written:
    """What is in a letter: from whom, on which day in words, its title, and its words by paragraph."""

    sender: str
    day: str
    title: str
    words: str


def letter_docx(written: Written) -> bytes:
    """The same bytes for the same words. An empty line between words makes a paragraph."""
    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(25)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = fit_for_word(written.title), "", ""
    properties.created = properties.modified = MADE_ON
    document.styles["Normal"].font.size = Pt(12)
    for line in (written.sender, written.day):
        document.add_paragraph(fit_for_word(line)).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph().add_run(fit_for_word(written.title)).bold = True
    for paragraph in fit_for_word(written.words).replace("\r\n", "\n").split("\n\n"):
        if paragraph.strip():
            document.add_paragraph(paragraph.strip())
    document.add_paragraph("\n\n" + "." * 40)
    return same_bytes(document)
