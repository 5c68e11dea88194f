"""The zip around a Word document: its parts, and the places in a zip where nobody looks.

Comments, extra fields, bytes before, between and after the members can all hold words.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from candour.domain.leaks import BARRIER, Piece
from candour.domain.leaks.byte_texts import plain_text, printable, texts_of
from candour.files.open_text.opened import OpenFile
from candour.files.unreadable import Unreadable
from candour.files.zips import Archive

_LOCAL_HEADER = 30
_MOST = 64 * 2**20
_LISTED, _NOTED = b"PK\x03\x04", b"PK\x07\x08"
"""How a member begins (one off the list has its own reader), and a note of sizes behind one."""
_LIST_RECORD, _LIST_END = 46, b"PK\x05\x06"
_RECKONED = (slice(16, 28), slice(42, 46))
"""Check sum, sizes and place of a member, in the list: reckoned, and checked when it is unpacked."""


def read_around(content: bytes, found: OpenFile) -> None:
    """Names and comments of the members, and every byte that belongs to none of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        members, comment, directory = zipped.infolist(), zipped.comment, zipped.start_dir
    bare = _without_reckoned(content, directory, len(members))
    said = [("the names inside the zip", "\n".join(member.orig_filename for member in members))]
    said += [("a comment in the zip", printable(member.comment)) for member in members if member.comment]
    said += [("an extra field in the zip", printable(member.extra)) for member in members if member.extra]
    said += [("the comment of the zip", comment.decode("utf-8", "replace"))] if comment else []
    said += [("bytes between the parts of the zip", printable(gap)) for gap in _gaps(bare, members)]
    for left in _left_in(content, members):
        found.cannot_read("bytes between the parts of the zip", "a part is there that its list leaves out")
        said.append(("a part that the list of the zip leaves out", printable(left)))
    for where, loose in _packed_besides(content, members, directory):
        found.unread(where, loose, "a stretch of bytes that is no text")
        said += [(where, reading.text) for reading in texts_of(loose)]
    for n, (where, text) in enumerate(said):
        found.add(Piece(where, text, BARRIER if n else None))


def _without_reckoned(content: bytes, directory: int, members: int) -> bytes:
    """The same file with noughts for the list's reckoned figures, whose bytes may look like two letters."""
    bare, place = bytearray(content), directory
    for _ in range(members):
        for field in _RECKONED:
            bare[place + field.start : place + field.stop] = bytes(field.stop - field.start)
        place += _LIST_RECORD + sum(struct.unpack("<HHH", content[place + 28 : place + 34]))
    if content.startswith(_LIST_END, place):
        bare[place + 12 : place + 20] = bytes(8)  # the length of the list, and where it begins
    return bytes(bare)


def _packed_besides(
    content: bytes, members: list[zipfile.ZipInfo], directory: int
) -> Iterator[tuple[str, bytes]]:
    """Bytes that are no text, behind the packed part of a member or before the list of the zip."""
    end = 0
    for member in members:
        begin = _begin_of(content, member)
        packed = content[begin : begin + member.compress_size]
        end = max(end, begin + member.compress_size)
        if member.compress_type == zipfile.ZIP_DEFLATED and (behind := _behind(packed)):
            yield "bytes behind the packed part of a member", behind
    before = content[end:directory]
    for member in members:
        before = _without_note(before, member)
    if before.strip(b"\0") and not before.startswith(_LISTED) and plain_text(before) is None:
        yield "bytes before the list of the zip", before.removeprefix(_NOTED)


def _without_note(behind: bytes, member: zipfile.ZipInfo) -> bytes:
    """A member may be followed by a note of its sizes, in either of two lengths."""
    for sizes in ("<III", "<IQQ"):
        note = struct.pack(sizes, member.CRC, member.compress_size, member.file_size)
        for whole in (_NOTED + note, note):
            if behind.startswith(whole):
                return behind[len(whole) :]
    return behind


def _behind(packed: bytes) -> bytes:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflater.decompress(packed, _MOST)
    except zlib.error:
        return b""
    return inflater.unused_data


def _left_in(content: bytes, members: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    """Parts that were taken off the list and not out of the file, unpacked as far as that goes."""
    for gap in _gaps(content, members):
        for start in re.finditer(rb"PK\x03\x04", gap):
            header = gap[start.start() : start.start() + _LOCAL_HEADER]
            if len(header) == _LOCAL_HEADER:
                packed = gap[start.start() + _LOCAL_HEADER + sum(struct.unpack("<HH", header[26:30])) :]
                yield _inflated(packed)


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, _MOST)
    except zlib.error:
        return packed


def parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Every part of the package, unpacked under a ceiling. Raises Unreadable."""
    archive = Archive(content)
    left = _MOST
    for name in archive.names:
        if not name.endswith("/"):
            part = archive.read(name)
            left -= len(part)
            if left < 0:
                raise Unreadable("unpacks to more than any report holds")
            yield name, part


def _gaps(content: bytes, members: list[zipfile.ZipInfo]) -> Iterator[bytes]:
    """What is left of the file once every member and the directory are taken out of it."""
    place = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset > place:
            yield content[place : member.header_offset]
        begin = _begin_of(content, member)
        yield content[member.header_offset + _LOCAL_HEADER : begin]
        place = max(place, begin + member.compress_size)
    yield content[place:]


def _begin_of(content: bytes, member: zipfile.ZipInfo) -> int:
    """Where the packed bytes of a member begin, behind its own header."""
    lengths = content[member.header_offset + 26 : member.header_offset + _LOCAL_HEADER]
    return member.header_offset + _LOCAL_HEADER + int(sum(struct.unpack("<HH", lengths)))
