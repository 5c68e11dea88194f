"""Is this zip safe to read, and what do its parts hold? Nothing is believed that the zip says of itself.

Word documents and workbooks are zips. A zip may claim a small part that unpacks to gigabytes, the same name
twice so that two readers see two things, or a name that points outside it. Here its directory is checked
first, and each part is then unpacked piece by piece under a ceiling.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator

from candour.files.unreadable import Unreadable

MEMBERS = 10_000
UNPACKED = 200 * 2**20
"""The most that the parts we read of one file may hold, in bytes: some 300,000 rows of a workbook."""
DECLARED = 2**30
RATIO = 200
"""Sheets of words pack about ten times smaller, sheets of empty cells fifty times; a bomb, a thousand."""
RATIO_FROM = 10 * 2**20

_LOCAL_HEADER = 30
_TAKE = 2**16
_PIECE = 2**20
_OUTSIDE = re.compile(r"^[\\/]|^[A-Za-z]:|(^|[\\/])\.\.([\\/]|$)")

_SMALLER = "Send only the sheet or table with the chronology, in a new file."
_BROKEN = "is damaged: it cannot be unpacked"


class Archive:
    """A zip with a sound directory. Raises Unreadable at birth, or while a part is being read."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._members = _directory(content)
        self._unpacked: dict[str, int] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str) -> bytes:
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """One part, unpacked a piece at a time, so that a bomb is stopped while it is still small."""
        member = self._members[name]
        packed = self._packed(member)
        others = sum(size for one, size in self._unpacked.items() if one != name)
        unpacked, seal = 0, 0
        for piece in _inflated(packed) if member.compress_type else _slices(packed):
            unpacked += len(piece)
            seal = zlib.crc32(piece, seal)
            if others + unpacked > UNPACKED or (unpacked > RATIO_FROM and unpacked > RATIO * len(packed)):
                raise _too_large()
            yield piece
        self._unpacked[name] = unpacked
        if (unpacked, seal) != (member.file_size, member.CRC):
            raise Unreadable(_BROKEN)

    def _packed(self, member: zipfile.ZipInfo) -> memoryview:
        start = member.header_offset
        header = self._content[start : start + _LOCAL_HEADER]
        if len(header) < _LOCAL_HEADER or header[:4] != b"PK\x03\x04":
            raise Unreadable(_BROKEN)
        start += _LOCAL_HEADER + sum(struct.unpack("<HH", header[26:30]))
        if start + member.compress_size > len(self._content):
            raise Unreadable(_BROKEN)
        return memoryview(self._content)[start : start + member.compress_size]


def _directory(content: bytes) -> dict[str, zipfile.ZipInfo]:
    if content.count(b"PK\x01\x02") > MEMBERS:
        raise _too_large()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            members, comment = zipped.infolist(), zipped.comment
    # All of these zipfile raises for a list of parts that it cannot follow, whatever is wrong with it:
    # BadZipFile for an archive over several disks, NotImplementedError for a version it does not know.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error) as broken:
        raise Unreadable(_BROKEN) from broken
    _refuse_two_faces(members, comment)
    _refuse_locked_or_strange(members)
    if sum(one.file_size for one in members) > DECLARED:
        raise _too_large()
    return {member.filename: member for member in members}


def _refuse_two_faces(members: list[zipfile.ZipInfo], comment: bytes) -> None:
    """A zip that another reader could understand otherwise: what we check must be what is then read."""
    names = {member.filename.replace("\\", "/").casefold() for member in members}
    if len(names) < len(members) or b"PK" in comment:
        raise Unreadable("is damaged: it holds the same part twice")
    if any(_OUTSIDE.search(member.orig_filename) for member in members):
        raise Unreadable("is not safe to open: it names a place outside itself")
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            raise Unreadable("is not safe to open: its parts overlap")
        end = member.header_offset + _LOCAL_HEADER + member.compress_size


def _refuse_locked_or_strange(members: list[zipfile.ZipInfo]) -> None:
    if any(member.flag_bits & 0x1 for member in members):
        raise locked()
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise Unreadable("is packed in a way that cannot be read here", do="Save it again in Excel or Word.")


def locked() -> Unreadable:
    return Unreadable("is protected with a password", do="Ask the agency to send it without a password.")


def _too_large() -> Unreadable:
    return Unreadable("unpacks to far more than its size allows, so it was not opened", do=_SMALLER)


def _slices(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), _PIECE):
        yield bytes(packed[start : start + _PIECE])


def _inflated(packed: memoryview) -> Iterator[bytes]:
    """Small bites in, so that what zlib has not yet taken is never copied at length."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _TAKE):
            bite: bytes | memoryview = packed[start : start + _TAKE]
            while piece := inflater.decompress(bite, _PIECE):
                yield piece
                bite = inflater.unconsumed_tail
        if last := inflater.flush():
            yield last
    except zlib.error as broken:
        raise Unreadable(_BROKEN) from broken
    if not inflater.eof:
        raise Unreadable(_BROKEN)
