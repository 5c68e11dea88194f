"""What is this file, going by what is in it and not by its name?"""

from __future__ import annotations

import re
from enum import StrEnum

from candour.files.encodings import NotText, decode
from candour.files.ole_streams import START, stream_names
from candour.files.zips import Archive


class Kind(StrEnum):
    """What a file turns out to be, in words that go on from "it is"."""

    TEXT = "plain text"
    XLSX = "an Excel workbook (.xlsx)"
    XLSB = "an Excel binary workbook (.xlsb)"
    XLS = "an old Excel workbook (.xls)"
    ODS = "an OpenDocument spreadsheet (.ods)"
    DOCX = "a Word document (.docx)"
    DOC = "an old Word document (.doc)"
    ODT = "an OpenDocument text (.odt)"
    PPTX = "a PowerPoint presentation (.pptx)"
    LOCKED = "a file protected with a password"
    OLE = "an old Office file or an e-mail"
    ZIP = "a zip file"
    PDF = "a PDF"
    RTF = "a rich text document (.rtf)"
    WEB_PAGE = "a web page (HTML)"
    XML = "an XML file"
    PICTURE = "a picture"
    PACKED = "a packed archive"
    BYTES = "a file of no kind that can be read here"


_STARTS = (
    (b"%PDF-", Kind.PDF),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"II*\0", Kind.PICTURE),
    (b"MM\0*", Kind.PICTURE),
    (b"\x1f\x8b", Kind.PACKED),
    (b"7z\xbc\xaf", Kind.PACKED),
    (b"Rar!", Kind.PACKED),
)
_ZIP_PARTS = (
    ("xl/workbook.bin", Kind.XLSB),
    ("xl/workbook.xml", Kind.XLSX),
    ("ppt/presentation.xml", Kind.PPTX),
)
_OPEN_DOCUMENTS = {"spreadsheet": Kind.ODS, "text": Kind.ODT}
_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
    ("WordDocument", Kind.DOC),
)
_HEAD = 4096
_WEB = re.compile(
    r"\s*(<!doctype html|<(html|head|body|table|meta|title|div|script|style)\b|mime-version:)", re.I
)
_XML = re.compile(r"\s*<(\?xml|!doctype)\b", re.I)


def kind_of(content: bytes) -> Kind:
    """Raises Unreadable for a zip that is damaged or not safe to open."""
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_zip(Archive(content))
    if content.startswith(START):
        return _kind_of_ole(content)
    for start, kind in _STARTS:
        if content.startswith(start):
            return kind
    return _kind_of_text(content)


def _kind_of_zip(archive: Archive) -> Kind:
    for part, kind in _ZIP_PARTS:
        if part in archive:
            return kind
    if "mimetype" in archive:
        family = archive.read("mimetype").decode("ascii", errors="replace").strip().rpartition(".")[2]
        return _OPEN_DOCUMENTS.get(family, Kind.ZIP)
    return Kind.DOCX if any(name.startswith("word/") for name in archive.names) else Kind.ZIP


def _kind_of_ole(content: bytes) -> Kind:
    names = stream_names(content)
    return next((kind for stream, kind in _STREAMS if stream in names), Kind.OLE)


def _kind_of_text(content: bytes) -> Kind:
    """A PDF may begin with some bytes of its own, so one is looked for a little further in."""
    if b"%PDF-" in content[:1024]:
        return Kind.PDF
    try:
        head = decode(content)[:_HEAD]
    except NotText:
        return Kind.BYTES
    if _WEB.match(head):
        return Kind.WEB_PAGE
    if _XML.match(head):
        return Kind.WEB_PAGE if re.search(r"<html\b", head, re.I) else Kind.XML
    return Kind.TEXT
