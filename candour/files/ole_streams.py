"""What streams stand in an old Office file (OLE), and what they hold; and one stream in a sound new file."""

from __future__ import annotations

import io
import struct

import olefile  # type: ignore[import-untyped]  # it carries no types and no stubs are published with it

from candour.files.unreadable import Unreadable

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What olefile lets through when a broken file leads it astray.
_ASTRAY = (OSError, ValueError, IndexError, TypeError, KeyError, RecursionError)

_SECTOR = 4096
_FREE, _LAST, _ADDRESSES = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LISTED = 109
"""Sectors of addresses that the header itself lists: enough for 400 MB."""


def stream_names(content: bytes) -> frozenset[str]:
    """Names of the streams at the top; none when the file is broken."""
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            return frozenset(path[0] for path in ole.listdir() if len(path) == 1)
    except _ASTRAY:
        return frozenset()


def stream(content: bytes, name: str) -> bytes:
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole, ole.openstream(name) as one:
            return bytes(one.read())
    except _ASTRAY as broken:
        raise Unreadable("is damaged: it cannot be opened") from broken


def alone(name: str, content: bytes) -> bytes:
    """One stream as a file of its own, so that another reader sees what was checked and nothing else."""
    body = content.ljust(_SECTOR, b"\0")
    body += b"\0" * (-len(body) % _SECTOR)
    used = len(body) // _SECTOR + 1
    listing = -(-(used + used // 512 + 1) // (_SECTOR // 4))
    addresses = [_ADDRESSES] * listing + [_LAST, *range(listing + 2, listing + used), _LAST]
    addresses += [_FREE] * (listing * _SECTOR // 4 - len(addresses))
    header = START + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 4, 0xFFFE, 12, 6)
    header += struct.pack("<9I", 1, listing, listing, 0, _SECTOR, _LAST, 0, _LAST, 0)
    header += struct.pack(f"<{_LISTED}I", *[*range(listing), *[_FREE] * (_LISTED - listing)])
    # The root needs a sector to point at; the directory's own does no harm, as nothing of it is used.
    directory = _entry("Root Entry", 5, listing, 0, child=1) + _entry(name, 2, listing + 1, len(body))
    table = struct.pack(f"<{len(addresses)}I", *addresses)
    return header.ljust(_SECTOR, b"\0") + table + directory.ljust(_SECTOR, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int, *, child: int = _FREE) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    head = letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, _FREE, _FREE, child)
    return head + b"\0" * 36 + struct.pack("<IQ", start, size)
