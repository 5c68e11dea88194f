"""Clean files of many writers pass: no leak, nothing unread, and no warning of a plain one.

The two files in tests/data/open_text are a page of invented words printed and saved by Chromium 150.
"""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pypdf
import typst
import xlsxwriter
from lxml import html as lxml_html

from candour.domain.leaks import Finder, read
from candour.files.open_text.reading import read_file
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.files.results.blank_return_docx import blank_return_docx
from candour.files.results.blank_return_xlsx import blank_return_xlsx
from tests.canaries import word_channels
from tests.canaries.made_first.workbook_parts import put_in
from tests.canaries.secret import CLEAN
from tests.cases import every
from tests.files.open_text.test_clean_files import PAGE, PEOPLE, SHAPE, pdf_by_hand, python_docx
from tests.files.test_blank_return import ASKED
from tests.files.test_reports import OPEN

FINDER = Finder(read({**SHAPE, "people": [{"name": one} for one in PEOPLE if "Page" not in one]}))
"""Nobody called Page here: our own files say which page it is."""
KEPT = Path(__file__).parents[2] / "data" / "open_text"
ROWS = (("Quarter", "Visits", "Share"), ("Spring", 4, 0.25), ("Summer", 12, 0.75))
TYPST = b"""#set document(title: "Open report")
#set text(lang: "en")
= Review of an invented case
The health visitor called twice in May. #link("https://example.org/")[Guidance]
#table(columns: 2, [Quarter], [Visits], [Spring], [4])
"""


def saved_by(save: Callable[[io.BytesIO], object]) -> bytes:
    save(packed := io.BytesIO())
    return packed.getvalue()


def by_pikepdf() -> bytes:
    with pikepdf.open(KEPT / "chromium.pdf") as pdf:
        return saved_by(lambda packed: pdf.save(packed, linearize=True))


def by_pypdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=KEPT / "chromium.pdf")
    writer.add_metadata({"/Title": "Open report", "/Author": "The board"})
    return saved_by(writer.write)


def by_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.active.freeze_panes = "A2"
    return saved_by(book.save)


def by_xlsxwriter() -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed) as book:
        sheet = book.add_worksheet("Visits")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        chart = book.add_chart({"type": "column"})
        chart.add_series({"categories": "=Visits!$A$2:$A$3", "values": "=Visits!$B$2:$B$3"})
        sheet.insert_chart("E2", chart)
    return packed.getvalue()


def workbook_by_hand() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return put_in(Path(folder) / "a.xlsx", {}).read_bytes()


def letter() -> bytes:
    document = docx.Document()
    document.core_properties.author = "The board"
    document.add_paragraph(CLEAN)
    document.sections[0].footer.paragraphs[0].text = "Open report"
    return saved_by(document.save)


WRITERS: dict[str, Callable[[], bytes]] = {
    "our own report.pdf": lambda: report_pdf(OPEN),
    "typst.pdf": lambda: typst.compile(TYPST),
    "chromium.pdf": (KEPT / "chromium.pdf").read_bytes,
    "pikepdf.pdf": by_pikepdf,
    "pypdf.pdf": by_pypdf,
    "by hand.pdf": pdf_by_hand,
    "our own return.docx": lambda: blank_return_docx(ASKED),
    "python-docx.docx": python_docx,
    "a letter of python-docx.docx": letter,
    "by hand.docx": word_channels.clean,
    "our own return.xlsx": lambda: blank_return_xlsx(ASKED),
    "openpyxl.xlsx": by_openpyxl,
    "xlsxwriter.xlsx": by_xlsxwriter,
    "by hand.xlsx": workbook_by_hand,
    "our own report.html": lambda: report_html(OPEN),
    "chromium.html": (KEPT / "chromium.html").read_bytes,
    "by hand.html": PAGE.encode,
    "lxml.html": lambda: lxml_html.tostring(lxml_html.fromstring(PAGE), doctype="<!doctype html>"),
}


@every("name", WRITERS)
def test_a_clean_file_of_this_writer_passes_the_strict_gate(name: str) -> None:
    opened = read_file(name, WRITERS[name]())

    assert FINDER.find(opened.pieces) == []
    assert opened.cannot == []
    assert opened.warnings == []
