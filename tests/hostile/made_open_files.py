"""Finished files made to keep the checker busy, to fill its memory, or to be two things to two programs."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pikepdf

from tests.canaries import pdf_channels, word_channels

WORKBOOK = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
MEGABYTE = 2**20


def zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return packed.getvalue()


def workbook(sheet: bytes, **parts: bytes) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook xmlns='%s'/>" % WORKBOOK.encode(),
            "xl/worksheets/sheet1.xml": sheet,
        }
        | {f"xl/{name}.xml": part for name, part in parts.items()}
    )


def within_itself(times: int) -> bytes:
    inner = word_channels.clean()
    for _ in range(times):
        inner = word_channels.rewritten({"word/embeddings/x.docx": inner})
    return inner


def page(body: str) -> bytes:
    return f"<!doctype html><html><body>{body}</body></html>".encode()


def laughs() -> bytes:
    lines = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))
    return f"<!DOCTYPE x [<!ENTITY a0 'ha'>{lines}]><x>&a8;</x>".encode()


def packed_twice() -> bytes:
    """A stream of a few hundred bytes that unpacks to a gigabyte in two steps."""
    inner = zlib.compress(bytes(64 * MEGABYTE), 9)
    bomb = zlib.compress(inner, 9)

    def add(pdf: pikepdf.Pdf) -> None:
        filters = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        for n in range(20):
            pdf.Root[f"/Extra{n}"] = pdf.make_indirect(pikepdf.Stream(pdf, bomb, Filter=filters))

    return pdf_channels.changed(add)


def pages_in_a_ring() -> bytes:
    made = pdf_channels.classic(pdf_channels.new())
    return made.replace(b"/Kids [ ", b"/Kids [ 2 0 R 3 0 R ").replace(b"/Kids [", b"/Kids [ 1 0 R", 1)


def nested_arrays(depth: int) -> bytes:
    deep = b"9 0 obj " + b"[" * depth + b"]" * depth + b" endobj\n"
    made = pdf_channels.classic(pdf_channels.new())
    return made.replace(b"xref\n", deep + b"xref\n", 1)


FILES: dict[str, Callable[[], bytes]] = {
    "bomb.xlsx": lambda: workbook(b"<worksheet>" + bytes(90 * MEGABYTE)),
    "spaces.xlsx": lambda: workbook(b"<worksheet>" + b" " * (90 * MEGABYTE) + b"</worksheet>"),
    "deep.docx": lambda: word_channels.body("<w:p>" * 30_000 + "</w:p>" * 30_000),
    "within itself.docx": lambda: within_itself(12),
    "laughs.docx": lambda: word_channels.rewritten({"customXml/item1.xml": laughs()}),
    "laughs.html": lambda: b"<?xml version='1.0'?>" + laughs().replace(b"<x>", b"<html><x>"),
    "deep.html": lambda: page("<div><b>" * 60_000 + "</i></b>" * 60_000),
    "cut off.xlsx": lambda: workbook(b"<worksheet/>")[:-30],
    "cut off.docx": lambda: word_channels.clean()[:-200],
    "cut off.pdf": lambda: pdf_channels.clean()[: len(pdf_channels.clean()) // 3],
    "locked.pdf": lambda: pdf_channels.CANNOT["password"],
    "packed twice.pdf": packed_twice,
    "deep.pdf": lambda: nested_arrays(60_000),
    "a page.pdf": lambda: page("<p>x</p>"),
    "a document.xlsx": word_channels.clean,
    "a pdf.html": pdf_channels.clean,
    "macros.xlsm": lambda: workbook(b"<worksheet/>"),
    "macros.xlsx": lambda: zipped(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": b"<workbook/>",
            "xl/vbaProject.bin": b"\xd0\xcf" * 90,
        }
    ),
    "no.xml.xlsx": lambda: workbook(b"<worksheet><sheetData><row><c t='s'><v>9</v>"),
    "a bitmap.docx": lambda: b"BM" + bytes(600),
    "nothing.pdf": lambda: b"",
}
"""None of these can be checked."""
BUSY: dict[str, Callable[[], bytes]] = {
    "attributes.html": lambda: page(f"<p {' '.join(f'a{n}=b' for n in range(60_000))}>x</p>"),
    "frames.html": lambda: page("<iframe srcdoc='" * 40 + "x" + "'>" * 40),
    "half tags.html": lambda: page("<a <!--" * 40_000),
    "many names.docx": lambda: word_channels.body(
        "".join(f"<w:p a{n}='x' xmlns:q{n}='urn:{n}'/>" for n in range(5_000))
    ),
    "ring.pdf": pages_in_a_ring,
    "cells.xlsx": lambda: workbook(
        b"<worksheet xmlns='%s'><sheetData>" % WORKBOOK.encode()
        + b"".join(b"<row r='%d'><c r='A%d'><v>%d</v></c></row>" % (n, n, n) for n in range(1, 20_000))
        + b"</sheetData></worksheet>"
    ),
    "far cell.xlsx": lambda: workbook(
        b"<worksheet xmlns='%s'><sheetData><row r='9999999'><c r='ZZZ9999999' t='s'>"
        b"<v>99999999999999999999999999</v></c></row></sheetData></worksheet>" % WORKBOOK.encode()
    ),
    "base64.txt": lambda: b"QUJD." * 100_000,
    "one word.txt": lambda: b"a" * MEGABYTE,
    "letters apart.txt": lambda: b"a b " * 100_000,
    "figures.txt": lambda: b"1 1 1 2003 " * 30_000,
    "brackets.txt": lambda: b"([{<" * 100_000,
    "spaces.html": lambda: page("<style>" + "content:" * 20_000 + "</style>" + "&#" * 50_000),
}
"""These may come to any answer, so long as they come to one soon."""
