"""Writes made-up tables as files of each kind, the way an agency's programs would. Nothing in them is real.

A table is rows of words; a merge is a column and its first and last row, all counted from 0, and only the
first of its cells has words. `seen` says what a person sees in such a table, and so what must be read of it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

Rows = Sequence[Sequence[str]]
Merge = tuple[int, int, int]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


@dataclass(frozen=True)
class MadeTable:
    """A made-up table: rows of equal length, some of them blank, and its merged cells."""

    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()


def seen(table: MadeTable) -> dict[int, tuple[str, ...]]:
    """Row number, from 1 -> the words of its cells, blank rows left out, merged cells carried down."""
    shown = [[cell.strip() for cell in row] for row in table.rows]
    said = [any(row) for row in shown]
    for column, first, last in table.merges:
        for number in range(first + 1, last + 1):
            shown[number][column] = shown[first][column]
    return {number + 1: tuple(row) for number, row in enumerate(shown) if said[number]}


def write_csv(
    path: Path,
    rows: Rows,
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
    quoting: int = csv.QUOTE_ALL,
) -> Path:
    """A csv has no merged cells. Without quotes round every cell, a strange table may be read otherwise."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def write_xlsx(
    path: Path,
    rows: Rows,
    merges: Sequence[Merge] = (),
    *,
    sheet: str = "Chronology",
    top: int = 0,
    left: int = 0,
) -> Path:
    """`top` and `left` are blank rows and columns before the table; the sheet counts them, and so must we."""
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet(sheet)
        below = {(row, column) for column, first, last in merges for row in range(first + 1, last + 1)}
        for column, first, last in merges:
            words = rows[first][column]
            page.merge_range(top + first, left + column, top + last, left + column, words)
            page.write_string(top + first, left + column, words)
        for number, row in enumerate(rows):
            for column, words in enumerate(row):
                if words and (number, column) not in below:
                    page.write_string(top + number, left + column, words)
    return path


def write_docx(path: Path, rows: Rows, merges: Sequence[Merge] = (), *, before: Sequence[str] = ()) -> Path:
    """One table, with paragraphs `before` it."""
    body = "".join(word_paragraph(one) for one in before) + word_table(rows, merges)
    return write_zip(path, docx_parts(body))


def word_table(rows: Rows, merges: Sequence[Merge] = ()) -> str:
    begins = {(first, column) for column, first, _ in merges}
    goes_on = {(row, column) for column, first, last in merges for row in range(first + 1, last + 1)}
    written = []
    for number, row in enumerate(rows):
        cells = []
        for column, words in enumerate(row):
            merge = '<w:vMerge w:val="restart"/>' if (number, column) in begins else ""
            merge = "<w:vMerge/>" if (number, column) in goes_on else merge
            cells.append(word_cell(words, merge))
        written.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = "<w:gridCol w:w='2000'/>" * (len(rows[0]) if rows else 0)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"


def word_cell(words: str, properties: str = "") -> str:
    inside = "".join(word_paragraph(line) for line in words.split("\n"))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def word_paragraph(words: str) -> str:
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(one)}</w:t>' for one in words.split("\t"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def docx_parts(body: str, more: str = "") -> dict[str, str | bytes]:
    """The parts of the smallest document that Word opens; `more` are attributes of its root."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="application/'
        f'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_LINKS}"><Relationship Id="r1" Type="{_DOCUMENT}" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}" {more}><w:body>{body}</w:body></w:document>',
    }


def write_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return path
