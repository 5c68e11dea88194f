"""What streams stand in an old Office file (OLE), and what they hold."""

from __future__ import annotations

import io

import olefile  # type: ignore[import-untyped]  # it carries no types and no stubs are published with it

from candour.files.unreadable import Unreadable

START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# What olefile lets through when a broken file leads it astray.
_ASTRAY = (OSError, ValueError, IndexError, TypeError, KeyError, RecursionError)


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
