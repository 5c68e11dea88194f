"""Lines of an invented return laid down as csv, xlsx, ods or docx: the same lines, the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime
from xml.sax.saxutils import escape

import docx
import xlsxwriter
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Mm, Pt

MADE = datetime(2014, 6, 1)
ABOUT = "Invented: no such family, agency or board exists."
STYLES_IN_USE = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Table Grid"}
LINKS_LEFT_OUT = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
Cell = str | int | date


@dataclass(frozen=True, slots=True)
class Line:
    """`kind` is title, heading, month, row, blank or foot; a row has the id of its source row."""

    kind: str
    cells: tuple[Cell, ...] = ()
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet, a table of a Word file, or a whole csv. `above` are paragraphs over a Word table."""

    name: str
    lines: tuple[Line, ...]
    above: tuple[str, ...] = field(default=())

    def width(self) -> int:
        return max(len(line.cells) for line in self.lines if line.kind == "heading")


def csv_bytes(part: Part) -> bytes:
    """Semicolons and Windows-1252, as a spreadsheet set up for another country saves it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in part.lines:
        writer.writerow([*line.cells, *[""] * (part.width() - len(line.cells))])
    return text.getvalue().encode("cp1252")


def xlsx_bytes(parts: list[Part]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"created": MADE, "comments": ABOUT})
    plain = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    bold = book.add_format({"bold": True, "text_wrap": True})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "border": 1})
    for part in parts:
        sheet = book.add_worksheet(part.name)
        sheet.set_column(0, part.width() - 1, 22)
        for index, line in enumerate(part.lines):
            if line.kind == "month":
                sheet.merge_range(index, 0, index, part.width() - 1, line.cells[0], bold)
                continue
            for column, cell in enumerate(line.cells):
                if isinstance(cell, date):
                    sheet.write_datetime(index, column, cell, day)
                elif cell != "":
                    sheet.write(index, column, cell, plain if line.kind == "row" else bold)
    book.close()
    return _packed_again(out.getvalue())


def docx_bytes(parts: list[Part]) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    document.styles["Normal"].font.size = Pt(9)
    known = document.core_properties
    known.author = known.last_modified_by = "candour example"
    known.created = known.modified = MADE
    known.comments = ABOUT
    _drop_what_the_template_brings(document)
    for part in parts:
        for words in part.above:
            document.add_paragraph(words)
        table = document.add_table(0, part.width(), style="Table Grid")
        for line in part.lines:
            cells = table.add_row().cells
            if line.kind in ("title", "month"):
                cells = (cells[0].merge(cells[-1]),)
            for cell, words in zip(cells, line.cells, strict=True):
                cell.paragraphs[0].add_run(str(words)).bold = line.kind != "row"
    out = io.BytesIO()
    document.save(out)
    return _packed_again(out.getvalue())


def _drop_what_the_template_brings(document: Document) -> None:
    """Leave out a picture of an empty page, and some 800 kB of styles that no return here uses."""
    for style in list(document.styles):
        if style.name not in STYLES_IN_USE:
            style.delete()
    package = document.part.package
    for links in (document.part.rels, package.rels if package else {}):
        for name in [name for name, link in links.items() if link.reltype in LINKS_LEFT_OUT]:
            del links[name]


def ods_bytes(parts: list[Part]) -> bytes:
    """The least that is a spreadsheet to LibreOffice: a type, a manifest, and the cells."""
    sheets = "".join(_ods_sheet(part) for part in parts)
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0" office:version="1.2">'
        f"<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", kind)
        packed.writestr("META-INF/manifest.xml", manifest)
        packed.writestr("content.xml", content)
    return _packed_again(out.getvalue())


def _ods_sheet(part: Part) -> str:
    rows = "".join(
        "<table:table-row>" + "".join(map(_ods_cell, line.cells or ("",))) + "</table:table-row>"
        for line in part.lines
    )
    return f'<table:table table:name="{escape(part.name)}">{rows}</table:table>'


def _ods_cell(cell: Cell) -> str:
    if cell == "":
        return "<table:table-cell/>"
    return (
        '<table:table-cell office:value-type="string">'
        f"<text:p>{escape(str(cell))}</text:p></table:table-cell>"
    )


def _packed_again(packed: bytes) -> bytes:
    """The same zip with fixed times and nothing compressed: compressors differ between machines."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            new.writestr(entry, old.read(name), zipfile.ZIP_STORED)
    return out.getvalue()
