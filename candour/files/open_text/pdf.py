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
_MOST = 256 * 2**20
_BOMB = "its streams unpack to more than any report holds"
_BITE = 2**20
_WORST = {"/LZWDecode": 1400, "/LZW": 1400, "/RunLengthDecode": 64, "/RL": 64}
_WORST_FLATE = 1032
"""How many times its size a stream of each kind may unpack to."""


def read(content: bytes, found: OpenFile) -> None:
    """The file as it is, then each earlier version that saving on top of it has left inside."""
    begins = content.find(b"%PDF-")
    before = len(found.cannot)
    linear = _read_version(content[begins:], found)
    if any(one.why == _BOMB for one in found.cannot[before:]):
        return
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
            found.cannot_read("the file", _BOMB)
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
        if isinstance(stream, pikepdf.Stream) and "/Filter" in stream:
            left -= _unpacked_size(bytes(stream.read_raw_bytes()), _filters(stream.Filter), left)
            if left <= 0:
                return True
    return False


def _filters(filters: pikepdf.Object) -> list[str]:
    return [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]


def _unpacked_size(packed: bytes, filters: list[str], most: int) -> int:
    """The most that a stream can come to: Flate is tried, of others the worst is taken."""
    size = len(packed)
    for number, kind in enumerate(filters):
        if kind not in ("/FlateDecode", "/Fl"):
            size *= _WORST.get(kind, 1)
        elif number == 0:
            size, packed = _inflated_size(packed, most, keep=len(filters) > 1)
        elif size <= _BITE:
            size, packed = _inflated_size(packed, most, keep=True)
        else:
            size *= _WORST_FLATE
    return size


def _inflated_size(packed: bytes, most: int, *, keep: bool) -> tuple[int, bytes]:
    inflater, size, kept = zlib.decompressobj(), 0, b""
    try:
        while packed and size < most and not inflater.eof:
            piece = inflater.decompress(packed, _BITE)
            size += len(piece)
            kept = kept + piece if keep and len(kept) <= _BITE else kept
            packed = inflater.unconsumed_tail
    except zlib.error:
        return size, kept
    return size, kept
