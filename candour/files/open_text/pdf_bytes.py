"""The bytes of a PDF that belong to no object in use: before, after, between; comments; dropped objects."""

from __future__ import annotations

import re
import zlib

from candour.domain.leaks import BARRIER, BY_CHANCE, Piece
from candour.domain.leaks.byte_texts import plain_text, printable, texts_of
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_content import is_content, literal_strings, read_content_stream

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.S)
_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b.*?\bendobj\b", re.S)
_TABLES = re.compile(
    rb"\bxref\s[\d\s nf]+|\btrailer\s*<<.*?>>\s*(?=startxref|xref|$)|startxref\s+\d+|%%EOF|%PDF-[\d.]+", re.S
)
_COMMENT = re.compile(rb"(?<![\\])%([^\r\n]{3,})")
_FEW = 8
_BLANKS = b"\0 \r\n\t\x1a"
_MOST = 64 * 2**20


def read_bytes(content: bytes, found: OpenFile) -> None:
    """A net under the readers of objects: it does not follow the file's own tables of what is where."""
    bare = _STREAM.sub(b"stream endstream", content)
    outside = _TABLES.sub(b" ", _OBJECT.sub(_after_its_stream, bare))
    _read_after_the_end(content, found)
    if len(re.sub(rb"%[\x80-\xff]{2,8}|\s|\0", b"", outside)) > _FEW:
        found.warn("The PDF holds bytes that belong to no object of it.")
    said = [("bytes outside every object", printable(outside))]
    said += [
        ("a comment in the file", match[1].decode("latin-1"))
        for match in _COMMENT.finditer(_without_strings(bare))
    ]
    for n, (where, text) in enumerate(said):
        found.add(Piece(where, text, BARRIER if n else None))
    for n, text in enumerate(literal_strings(bare)):
        found.add(Piece("a string of an object", text, BARRIER if n else None, net=True, shortest=BY_CHANCE))
    left = _MOST
    for match in _STREAM.finditer(content):
        stream, behind = _unpacked(match[1], left)
        left -= len(stream)
        _read_loose("bytes behind the packed part of a stream", behind, found)
        if left <= 0:
            found.warn(
                "Not every stream of the PDF was searched a second time, by its bytes: they are too many."
            )
            return
        if stream and is_content(stream):
            read_content_stream(stream, "a stream found by its bytes", found)
        elif stream:
            found.add(Piece("a stream found by its bytes", printable(stream), net=True, shortest=BY_CHANCE))


def _read_after_the_end(content: bytes, found: OpenFile) -> None:
    """What is text there is read with all that is outside of objects."""
    after = content[content.rfind(b"%%EOF") + 5 :].strip(_BLANKS)
    if b"%%EOF" in content and plain_text(after) is None:
        _read_loose("bytes after the end of the file", after, found)


def _read_loose(where: str, loose: bytes, found: OpenFile) -> None:
    """Nothing belongs there; what is no text is unpacked if it can be, and told in any case."""
    bare = loose.strip(_BLANKS)
    if len(bare) > _FEW and plain_text(bare) is None:
        found.unread(where, bare, "a stretch of bytes that is no text")
    elif len(bare) > _FEW:
        found.warn(f"The PDF holds {where}.")
    for reading in texts_of(bare):
        found.add(Piece(where, reading.text, net=True))


def _after_its_stream(thing: re.Match[bytes]) -> bytes:
    """An object ends with its stream; what stands behind that belongs to nobody."""
    _, stream, behind = thing.group().rpartition(b"endstream")
    return b"\n" + behind.removesuffix(b"endobj") + b"\n" if stream else b"\n"


def _without_strings(bare: bytes) -> bytes:
    return re.sub(rb"\((?:[^()\\]|\\.)*\)", b"()", bare, flags=re.S)


def _unpacked(packed: bytes, most: int) -> tuple[bytes, bytes]:
    """The stream, and what its packing does not account for."""
    inflater = zlib.decompressobj()
    try:
        return inflater.decompress(packed, most), inflater.unused_data
    except zlib.error:
        return (packed if packed.isascii() else b""), b""
