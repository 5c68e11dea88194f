"""Plain text, line by line; each line is a piece, so that a leak is told by its line."""

from __future__ import annotations

import base64
import re

from candour.domain.leaks import Piece
from candour.files.encodings import NotText, decode
from candour.files.open_text.data_addresses import read_data_addresses
from candour.files.open_text.opened import OpenFile, name_of

_COLOURS = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")
_STRUCK_OVER = re.compile(rb"[^\x08\r\n]\x08")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LARGEST = 2**20
_LONG_RUN = re.compile(r"[A-Za-z0-9+/](?:[A-Za-z0-9+/]|\s(?=[A-Za-z0-9+/]{20})){80,}={0,2}")


def read(content: bytes, found: OpenFile) -> None:
    """All lines as one text, so that a name over two lines is whole."""
    try:
        text = decode(content)
    except NotText as why:
        found.cannot_read("the file", f"{why}")
        return
    add_lines(text, found)
    add_packed(read_data_addresses(text, "the text", found), found)


def without_controls(content: bytes) -> bytes | None:
    """Text with colours for a terminal, struck-over letters or a NUL in it, as it shows; None for no text."""
    shown = _COLOURS.sub(b"", content)
    while (struck := _STRUCK_OVER.sub(b"", shown)) != shown:
        shown = struck
    bare = _CONTROLS.sub(b"", shown)
    if len(content) > _LARGEST or len(_CONTROLS.findall(shown)) > max(len(shown) // 20, 4):
        return None
    try:
        bare.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return bare if bare.strip() else None


def add_lines(
    text: str, found: OpenFile, *, net: bool = False, keywords: frozenset[str] = frozenset()
) -> None:
    for number, line in enumerate(re.split(r"\r\n?|\n", text), 1):
        joint = None if number == 1 else "\n"
        found.add(Piece(f"line {number}", line, joint, keywords, net))


def add_packed(text: str, found: OpenFile) -> None:
    """An image or a file written as base64 in the midst of text is an image or a file."""
    for match in _LONG_RUN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        letters = re.sub(r"\s|=", "", match.group())
        letters = letters[: len(letters) - (len(letters) % 4 == 1)]
        content = base64.b64decode(letters + "=" * (-len(letters) % 4))
        if (name := name_of(content)) is not None and not content.startswith((b"BM", b"\x01\x00\x00\x00")):
            found.unread(f"line {line}, base64", content, name)
