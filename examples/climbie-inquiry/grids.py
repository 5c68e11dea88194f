"""Lines of a return laid down as a csv, a workbook or a Word table, the same lines always the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime

import docx
import xlsxwriter
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from layouts import Csv

Cell = str | int | date

MADE = datetime(2026, 1, 1)
ABOUT = "An example made from published sources of a public inquiry. The layout is invented."
STYLES_IN_USE = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
LINKS_LEFT_OUT = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a return: a `title`, `heading`, `month`, `row`, `blank` or `foot`."""

    kind: str
    cells: tuple[Cell, ...] = ()
    entry_id: str = ""
    merged_with_above: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet, a Word table with the paragraphs around it, or a whole csv."""

    name: str
    table: list[Line]
    title: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)

    def lines(self) -> list[Line]:
        return [*self.title, *self.table, *self.foot]

    def width(self) -> int:
        return len(self.table[0].cells)


def separated_bytes(part: Part, saved: Csv) -> bytes:
    """Every record as wide as the headings, as a spreadsheet saves it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=saved.delimiter, lineterminator=saved.line_end)
    for line in part.lines():
        writer.writerow([*line.cells, *[""] * (part.width() - len(line.cells))])
    # "utf-16" would take the byte order of this machine.
    if saved.encoding == "utf-16":
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return text.getvalue().encode(saved.encoding)


def repacked(packed: bytes) -> bytes:
    """The same zip with fixed times and nothing compressed: compressors differ between machines."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            new.writestr(entry, old.read(name), zipfile.ZIP_STORED)
    return out.getvalue()


class Sheet:
    """One sheet being laid down, with the styles of its workbook."""

    def __init__(self, book: xlsxwriter.Workbook, part: Part) -> None:
        self.part = part
        self.sheet = book.add_worksheet(part.name)
        wrap = {"text_wrap": True, "valign": "top"}
        self.styles = {
            "title": book.add_format({"bold": True}),
            "heading": book.add_format({"bold": True, "bg_color": "#D9D9D9", "border": 1, **wrap}),
            "month": book.add_format({"bold": True, "align": "center", "bg_color": "#F2F2F2"}),
            "row": book.add_format({"border": 1, **wrap}),
            "foot": book.add_format({"italic": True}),
        }
        self.day_style = book.add_format({"num_format": "dd/mm/yyyy", "border": 1, "align": "left", **wrap})

    def lay_down(self) -> None:
        lines = self.part.lines()
        for index, line in enumerate(lines):
            if line.kind == "month":
                self.sheet.merge_range(
                    index, 0, index, self.part.width() - 1, line.cells[0], self.styles["month"]
                )
            else:
                self.write(index, line)
            if line.merged_with_above is not None:
                self.merge_with_above(index, line.merged_with_above, lines)
        headings = len(self.part.title)
        self.sheet.freeze_panes(headings + 1, 0)
        self.sheet.repeat_rows(headings)
        self.sheet.set_landscape()
        for column in range(self.part.width()):
            longest = max(len(str(line.cells[column])) for line in self.part.table if line.kind == "row")
            self.sheet.set_column(column, column, min(max(longest + 2, 12), 40))

    def write(self, index: int, line: Line) -> None:
        for column, cell in enumerate(line.cells):
            if isinstance(cell, date):
                self.sheet.write_datetime(index, column, cell, self.day_style)
            elif isinstance(cell, int):
                self.sheet.write_number(index, column, cell, self.styles[line.kind])
            elif cell:
                self.sheet.write_string(index, column, cell, self.styles[line.kind])

    def merge_with_above(self, index: int, column: int, lines: list[Line]) -> None:
        """Merge with the one row above: no agency here has three rows of one day."""
        self.sheet.merge_range(
            index - 1, column, index, column, lines[index - 1].cells[column], self.styles["row"]
        )


def xlsx_bytes(parts: list[Part]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": MADE, "comments": ABOUT})
    for part in parts:
        Sheet(book, part).lay_down()
    book.close()
    return repacked(out.getvalue())


def landscape_document() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    document.styles["Normal"].font.size = Pt(9)
    known = document.core_properties
    known.author = known.last_modified_by = "candour example"
    known.created = known.modified = MADE
    known.comments = ABOUT
    drop_what_the_template_brings(document)
    return document


def drop_what_the_template_brings(document: Document) -> None:
    """Leave out a picture of an empty page, and some 800 kB of styles that no return here uses."""
    for style in list(document.styles):
        if style.name not in STYLES_IN_USE:
            style.delete()
    package = document.part.package
    for links in (document.part.rels, package.rels if package else {}):
        for name in [name for name, link in links.items() if link.reltype in LINKS_LEFT_OUT]:
            del links[name]


def lay_down_row(table: Table, index: int, line: Line) -> None:
    cells = table.rows[index].cells
    if line.kind == "month":
        cells = (cells[0].merge(cells[-1]),)
    for cell, words in zip(cells, line.cells, strict=True):
        write_in(cell, str(words), bold=line.kind != "row")
    if line.merged_with_above is not None:
        upper = table.cell(index - 1, line.merged_with_above)
        # Merging joins the paragraphs of both cells: the empty one below would leave a blank line.
        merged = upper.merge(cells[line.merged_with_above])
        for paragraph in merged.paragraphs[1:]:
            merged._tc.remove(paragraph._p)


def write_in(cell: _Cell, words: str, *, bold: bool) -> None:
    cell.paragraphs[0].add_run(words).bold = bold


def docx_bytes(parts: list[Part]) -> bytes:
    document = landscape_document()
    for line in parts[0].title:
        document.add_paragraph(str(line.cells[0]))
    for part in parts:
        if part.name:
            document.add_paragraph(part.name)
        table = document.add_table(len(part.table), part.width(), style="Table Grid")
        for index, line in enumerate(part.table):
            lay_down_row(table, index, line)
    for line in parts[-1].foot:
        document.add_paragraph(str(line.cells[0]))
    out = io.BytesIO()
    document.save(out)
    return repacked(out.getvalue())
