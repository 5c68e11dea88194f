"""Leak channels of a Word document, written into the package of a clean one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

from tests.canaries.secret import CLEAN, FORENAME, NAME, NUMBER, SURNAME
from tests.canaries.text_channels import coded

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"xmlns:w='{SPACE}'"


@cache
def clean() -> bytes:
    """The least that Word opens, with properties; written by hand so that no writer's habits matter."""
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='xml' ContentType='application/xml'/></Types>",
        "word/document.xml": f"<w:document {W}><w:body>{runs(CLEAN)}<w:sectPr/></w:body></w:document>",
        "docProps/core.xml": "<cp xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<dc:creator>The board</dc:creator></cp>",
        "docProps/app.xml": "<Properties><Application>Invented Writer</Application></Properties>",
        "docProps/thumbnail.jpeg": "",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        for name, text in parts.items():
            document.writestr(name, text)
    return packed.getvalue()


def rewritten(parts: dict[str, bytes | Callable[[bytes], bytes]], comment: bytes = b"") -> bytes:
    """The clean document with some parts put in, or changed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(clean())) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            change = parts.get(name)
            part = old.read(name)
            new.writestr(name, change(part) if callable(change) else part if change is None else change)
        for name, content in parts.items():
            if name not in old.namelist() and isinstance(content, bytes):
                new.writestr(name, content)
        new.comment = comment
    return packed.getvalue()


def body(xml: str) -> bytes:
    def put_in(part: bytes) -> bytes:
        return part.replace(b"<w:sectPr", f"{xml}<w:sectPr".encode(), 1)

    return rewritten({"word/document.xml": put_in})


def runs(*texts: str, properties: str = "") -> str:
    inner = "".join(f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>" for text in texts)
    return f"<w:p>{inner}</w:p>"


def part(name: str, tag: str, inner: str) -> bytes:
    return rewritten({name: f"<w:{tag} {W}>{inner}</w:{tag}>".encode()})


def tucked_in(before: bytes, after: bytes) -> bytes:
    return before + clean() + after


HALVES = ("Quenne", "ville")
BYTES: dict[str, bytes] = {
    "plain": body(runs(NAME)),
    "over runs": body(runs(*SURNAME)),
    "over paragraphs": body(runs(FORENAME) + runs(SURNAME)),
    "line break in midst": body("<w:p><w:r><w:t>Quenne</w:t><w:br/><w:t>ville</w:t></w:r></w:p>"),
    "soft hyphen in midst": body("<w:p><w:r><w:t>Quenne</w:t><w:softHyphen/><w:t>ville</w:t></w:r></w:p>"),
    "hidden": body(runs(NAME, properties="<w:rPr><w:vanish/></w:rPr>")),
    "hidden letters between": body(
        "<w:p><w:r><w:t>Quenne</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>zzz</w:t></w:r>"
        "<w:r><w:t>ville</w:t></w:r></w:p>"
    ),
    "white": body(runs(NAME, properties="<w:rPr><w:color w:val='FFFFFF'/></w:rPr>")),
    "tracked insertion": body(
        f"<w:p><w:ins w:id='1' w:author='x'><w:r><w:t>{NAME}</w:t></w:r></w:ins></w:p>"
    ),
    "tracked deletion": body(f"<w:p><w:del w:id='1'><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>"),
    "deletion in midst": body(
        "<w:p><w:r><w:t>Quenne</w:t></w:r><w:del w:id='1'><w:r><w:delText>zzz</w:delText></w:r></w:del>"
        "<w:r><w:t>ville</w:t></w:r></w:p>"
    ),
    "author of a change": body(
        f"<w:p><w:ins w:id='1' w:author='{NAME}'><w:r><w:t>x</w:t></w:r></w:ins></w:p>"
    ),
    "bookmark": body(f"<w:p><w:bookmarkStart w:id='9' w:name='{FORENAME}_{SURNAME}'/></w:p>"),
    "field code": body(f'<w:p><w:r><w:instrText>HYPERLINK x \\o "{NAME}"</w:instrText></w:r></w:p>'),
    "simple field": body(f"<w:p><w:fldSimple w:instr='QUOTE {SURNAME}'/></w:p>"),
    "formula": body(
        "<w:p><m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        + "".join(f"<m:r><m:t>{letter}</m:t></m:r>" for letter in SURNAME)
        + "</m:oMath></w:p>"
    ),
    "number in an attribute": part(
        "word/extra.xml", "settings", f"<w:docVar w:val='{NUMBER.replace(' ', '')}'/>"
    ),
    "day in an attribute": part("word/extra.xml", "settings", "<w:docVar w:val='08.11.2003'/>"),
    "content control": body(
        f"<w:sdt><w:sdtPr><w:alias w:val='{NAME}'/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>"
    ),
    "text box": body(
        f"<w:p><w:r><w:pict><w:txbxContent>{runs(*HALVES)}</w:txbxContent></w:pict></w:r></w:p>"
    ),
    "alternative text": body(
        "<w:p><w:r><w:drawing><wp:docPr xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/"
        f"wordprocessingDrawing' id='1' name='x' descr='{NAME}'/></w:drawing></w:r></w:p>"
    ),
    "table cells": body(
        f"<w:tbl><w:tr><w:tc>{runs(FORENAME)}</w:tc><w:tc>{runs(SURNAME)}</w:tc></w:tr></w:tbl>"
    ),
    "symbols": body(
        "<w:p><w:r>" + "".join(f"<w:sym w:char='F0{ord(one):02X}'/>" for one in SURNAME) + "</w:r></w:p>"
    ),
    "comment in the XML": body(f"<!-- {NAME} -->"),
    "instruction in the XML": body(f"<?who {NAME}?>"),
    "base64": body(runs(coded())),
    "comment": part("word/comments.xml", "comments", f"<w:comment w:id='1'>{runs(NAME)}</w:comment>"),
    "initials of a comment": part(
        "word/comments.xml", "comments", f"<w:comment w:id='1' w:author='{SURNAME}'/>"
    ),
    "footnote": part("word/footnotes.xml", "footnotes", f"<w:footnote w:id='2'>{runs(*HALVES)}</w:footnote>"),
    "endnote": part("word/endnotes.xml", "endnotes", f"<w:endnote w:id='2'>{runs(NAME)}</w:endnote>"),
    "header": part("word/header7.xml", "hdr", runs(NAME)),
    "footer": part("word/footer7.xml", "ftr", runs(NAME)),
    "glossary": part("word/glossary/document.xml", "glossaryDocument", runs(NAME)),
    "people": part("word/people.xml", "people", f"<w:person w:author='{NAME}'/>"),
    "document variable": part("word/extra.xml", "settings", f"<w:docVar w:name='who' w:val='{SURNAME}'/>"),
    "style name": part("word/extra.xml", "styles", f"<w:style><w:name w:val='{NAME}'/></w:style>"),
    "author": rewritten({"docProps/core.xml": lambda one: one.replace(b"The board", NAME.encode())}),
    "company": rewritten(
        {"docProps/app.xml": f"<Properties><Company>{NAME}</Company></Properties>".encode()}
    ),
    "own property": rewritten({"docProps/custom.xml": f"<p><property name='{SURNAME}'/></p>".encode()}),
    "custom XML": rewritten({"customXml/item9.xml": f"<who>{NAME}</who>".encode()}),
    "tag of custom XML": rewritten({"customXml/item9.xml": f"<{SURNAME}/>".encode()}),
    "name space": rewritten({"customXml/item9.xml": f"<a xmlns='urn:{SURNAME}'/>".encode()}),
    "UTF-16 XML": rewritten(
        {"customXml/item9.xml": f"<?xml version='1.0' encoding='utf-16'?><a>{NAME}</a>".encode("utf-16")}
    ),
    "target of a relation": rewritten(
        {
            "word/_rels/x.xml.rels": f"<Relationships><Relationship Target='http://x/{SURNAME}'/></Relationships>".encode()
        }
    ),
    "chart": rewritten({"word/charts/chart1.xml": f"<c><v>{NAME}</v></c>".encode()}),
    "diagram": rewritten({"word/diagrams/data1.xml": f"<d><t>{NAME}</t></d>".encode()}),
    "name of a part": rewritten({f"word/{SURNAME}.xml": b"<a/>"}),
    "loose text part": rewritten({"notes.txt": NAME.encode()}),
    "comment of the zip": rewritten({}, comment=NAME.encode()),
    "name in an embedded document": rewritten({"word/embeddings/inner.docx": body(runs(*HALVES))}),
    "text in an image": rewritten({"word/media/image9.png": b"\x89PNG\r\n\x1a\n....tEXt" + NAME.encode()}),
    "web page put in": rewritten({"word/afchunk.htm": f"<p>{NAME}</p>".encode()}),
    "numbering": part("word/numbering.xml", "numbering", f"<w:lvlText w:val='{SURNAME} %1.'/>"),
    "before the zip": tucked_in(NAME.encode() + b"\n", b""),
}
CANNOT: dict[str, bytes] = {
    "image": rewritten({"word/media/image9.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256))}),
    "embedded object": rewritten({"word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0" + bytes(99)}),
    "embedded document": rewritten({"word/embeddings/inner.docx": clean()}),
    "another thumbnail": rewritten({"docProps/thumbnail.jpeg": b"\xff\xd8\xff" + bytes(99)}),
    "macros": rewritten({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(99)}),
    "broken XML": rewritten({"word/footnotes.xml": b"<a><b>"}),
    "cut off": clean()[:-200],
    "document type of its own": rewritten(
        {"customXml/item9.xml": b"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"}
    ),
}
