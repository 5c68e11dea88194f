"""Files written into an address (`data:image/png;base64,..`): read where text, else put to a person."""

from __future__ import annotations

import binascii
import re
import zlib
from base64 import b64decode
from collections.abc import Callable
from functools import cache
from importlib import import_module
from urllib.parse import unquote_to_bytes

from candour.domain.leaks import BY_CHANCE, Piece
from candour.domain.leaks.byte_texts import printable
from candour.files.open_text.opened import NESTED, OpenFile, is_font

_GZIP, _MOST = b"\x1f\x8b", 64 * 2**20
_ADDRESS = re.compile(
    r"data:(?P<type>[\w.+\-]+/[\w.+\-]+)?(?P<rest>(?:;[\w\-]+(?:=[^;,\"'\s]*)?)*),(?P<content>[^\"')>]*)",
    re.I,
)


def read_data_addresses(text: str, where: str, found: OpenFile) -> str:
    """Read every file inside the text; returns the text with the files taken out of it."""

    def take_out(match: re.Match[str]) -> str:
        content = _content(match)
        if content is None:
            found.cannot_read(where, "a data: address that does not decode")
            return match.group()
        _read_inner(content, (match["type"] or "").lower(), f"{where}, data: address", found)
        return f"data:{match['type'] or ''}"

    return _ADDRESS.sub(take_out, text) if "data:" in text.lower() else text


def _content(match: re.Match[str]) -> bytes | None:
    plain = unquote_to_bytes(match["content"])
    if "base64" not in match["rest"].lower():
        return plain
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", plain.replace(b"-", b"+").replace(b"_", b"/"))
    try:
        return b64decode(letters + b"=" * (-len(letters) % 4))
    except binascii.Error:
        return None


def _read_inner(content: bytes, kind: str, where: str, found: OpenFile) -> None:
    if content.startswith(_GZIP):
        content = unpacked(content) or content
    if is_font(content):
        found.add(Piece(where, printable(content), net=True, shortest=BY_CHANCE))
        found.warn(f"{where} is a font; what its letters look like was not checked.")
    elif kind.startswith(("image/", "audio/", "video/")) and "svg" not in kind:
        found.unread(where, content, f"an embedded file ({kind})")
    else:
        read_nested(content, where, found)


def unpacked(content: bytes) -> bytes | None:
    """What a gzip file holds, or None where it is damaged, or unpacks to more than any report."""
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        held = inflater.decompress(content, _MOST)
    except zlib.error:
        return None
    return held if inflater.eof and not inflater.unused_data else None


def read_nested(content: bytes, where: str, found: OpenFile) -> None:
    """A file inside a file, by whatever reader its content asks for."""
    if found.depth >= NESTED:
        found.cannot_read(where, "files nested too deep in one another")
    else:
        _read_any()(content, found.within(where))


@cache
def _read_any() -> Callable[[bytes, OpenFile], None]:
    """The reader of every format reads web pages, and they hold files of every format."""
    reader: Callable[[bytes, OpenFile], None] = import_module("candour.files.open_text.reading").read_content
    return reader
