"""A PDF, by two readers of its text and one of its objects; earlier versions and stray bytes as well."""

from __future__ import annotations

import io
import re
import zlib

import pikepdf

from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_bytes import read_bytes
from candour.files.open_text.pdf_drawn import read_drawn
from candour.files.open_text.pdf_fonts import read_fonts
from candour.files.open_text.pdf_objects import read_objects
from candour.files.open_text.pdf_pages import read_pages
from candour.files.open_text.pdf_shape import tell_shape

_END = re.compile(rb"%%EOF[ \t]*\r?\n?")
_HARMLESS = "Resources is missing"
_VERSIONS = 12
_MOST = 512 * 2**20
_BITE = 2**20


def read(content: bytes, found: OpenFile) -> None:
    """The file as it is, then each earlier version that saving on top of it has left inside."""
    begins = content.find(b"%PDF-")
    linear = _read_version(content[begins:], found)
    read_bytes(content, found)
    ends = [match.end() for match in _END.finditer(content)]
    earlier = ends[1:-1] if linear else ends[:-1]
    if len(earlier) > _VERSIONS:
        found.cannot_read("the file", f"it holds {len(earlier)} earlier versions of itself")
    if earlier:
        found.warn(f"The PDF holds earlier versions of itself ({len(earlier)}).")
    for number, end in enumerate(earlier[:_VERSIONS], 1):
        _read_earlier(content[begins:end], found.within(f"an earlier version of the file ({number})"))


def _read_version(content: bytes, found: OpenFile) -> bool:
    """True when the file is laid out for the web, which puts an end mark near its beginning."""
    try:
        pdf = pikepdf.open(io.BytesIO(content))
    except pikepdf.PasswordError:
        found.cannot_read("the file", "it is protected with a password")
        return False
    except pikepdf.PdfError:
        found.cannot_read("the file", "it is a broken PDF")
        return False
    with pdf:
        if pdf.is_encrypted:
            found.cannot_read("the file", "it is encrypted")
        if any(_HARMLESS not in str(warning) for warning in pdf.get_warnings()):
            found.warn("The PDF is damaged; it was read as it was mended.")
        if _is_bomb(pdf):
            found.cannot_read("the file", "its streams unpack to more than any report holds")
            return False
        read_objects(pdf, found)
        read_fonts(pdf, found)
        tell_shape(pdf, found)
        read_drawn(content, found)
        linear = bool(pdf.is_linearized)
    read_pages(content, found, whole=True)
    return linear


def _read_earlier(content: bytes, found: OpenFile) -> None:
    try:
        pikepdf.open(io.BytesIO(content), attempt_recovery=False).close()
    except pikepdf.PdfError:
        found.warn("What was left there does not open as a file; its bytes were searched.")
        return
    _read_version(content, found)


def _is_bomb(pdf: pikepdf.Pdf) -> bool:
    """Unpacked piece by piece before any reader is let at it."""
    left = _MOST
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and "/FlateDecode" in str(stream.get("/Filter", "")):
            left -= _unpacked_size(bytes(stream.read_raw_bytes()), left)
            if left <= 0:
                return True
    return False


def _unpacked_size(packed: bytes, most: int) -> int:
    inflater, size = zlib.decompressobj(), 0
    try:
        while packed and size < most and not inflater.eof:
            size += len(inflater.decompress(packed, _BITE))
            packed = inflater.unconsumed_tail
    except zlib.error:
        return size
    return size
