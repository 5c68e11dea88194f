"""What the channels here are built with: a page, a bare document, a bare book, and a part put into a zip."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import openpyxl
import pikepdf
import xlsxwriter
from pikepdf import Array, Dictionary, Name

PLAIN = "The health visitor called twice and will call again."
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HELVETICA = {"/F1": Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)}


def painted(words: str, x: int = 72, y: int = 720) -> bytes:
    """Operators that show `words` in the font F1, each byte in hexadecimal."""
    return f"BT /F1 12 Tf {x} {y} Td <{words.encode('latin-1').hex()}> Tj ET\n".encode()


def pdf(content: bytes = b"", fonts: dict[str, Dictionary] | None = None, **resources: object) -> pikepdf.Pdf:
    """One page with a plain sentence on it, then `content`."""
    made = pikepdf.new()
    leaf = made.add_blank_page(page_size=(595, 842))
    leaf.obj.Contents = made.make_stream(painted(PLAIN, y=780) + content)
    leaf.obj.Resources = Dictionary(Font=Dictionary({**HELVETICA, **(fonts or {})}), **resources)
    return made


def kept(made: pikepdf.Pdf, folder: Path, **how: object) -> Path:
    to = folder / "open.pdf"
    made.save(to, **how)
    return to


def box(*sides: float) -> Array:
    return Array(list(sides))


def word(folder: Path, change: Callable[[docx.document.Document], None] | None = None) -> Path:
    to = folder / "open.docx"
    made = docx.Document()
    made.add_paragraph(PLAIN)
    if change:
        change(made)
    made.save(str(to))
    return to


def word_body(folder: Path, *paragraphs: str, also: dict[str, str] | None = None) -> Path:
    """A document whose body ends with these pieces of WordprocessingML; `also`: other namespaces."""
    spaces = " ".join(f'xmlns:{key}="{value}"' for key, value in (also or {}).items())
    wrapped = [piece.replace(">", f" {W} {spaces}>", 1) for piece in paragraphs]

    def change(made: docx.document.Document) -> None:
        for piece in wrapped:
            made.element.body.insert(len(made.element.body) - 1, docx.oxml.parse_xml(piece))

    return word(folder, change)


def book(folder: Path, change: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    to = folder / "open.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["Contact", "Outcome"])
    made.active.append(["Visit", PLAIN])
    if change:
        change(made)
    made.save(to)
    return to


def shared(folder: Path, was: str, now: str) -> Path:
    """A book with a table of shared strings, a piece of which is exchanged."""
    to = folder / "open.xlsx"
    made = xlsxwriter.Workbook(str(to))
    made.add_worksheet().write_row("A1", ["Visit", PLAIN])
    made.close()
    return rezipped(to, {"xl/sharedStrings.xml": (was, now)})


def rezipped(
    at: Path,
    changed: dict[str, tuple[str, str]] | None = None,
    added: dict[str, str] | None = None,
    note: str = "",
) -> Path:
    """The same zip with a piece of a part exchanged, with further parts, or with a comment of its own."""
    held = BytesIO(at.read_bytes())
    assert (changed or {}).keys() <= set(zipfile.ZipFile(held).namelist())
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(at, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.infolist():
            body = old.read(each)
            if each.filename in (changed or {}):
                was, now = changed[each.filename]
                assert was.encode() in body, (each.filename, was)
                body = body.replace(was.encode(), now.encode(), 1)
            new.writestr(each.filename, body)
        for name, text in (added or {}).items():
            new.writestr(name, text)
        new.comment = note.encode()
    return at


def web(folder: Path, body: str = "", head: str = "", name: str = "open.html") -> Path:
    to = folder / name
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>A review</title>{head}</head>'
        f"<body><p>{PLAIN}</p>{body}</body></html>\n"
    )
    to.write_text(page, encoding="utf-8")
    return to


def quoted(words: str) -> str:
    return escape(words, {'"': "&quot;"})
