"""What do these bytes say? As UTF-8, as UTF-16, unpacked, or in the printable stretches among them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_PRINTABLE = re.compile(rb"[\x20-\x7e\xa0-\xff\t\n]{6,}")
_MOST = 4 * 2**20
_ENOUGH = 24
_OTHER_LETTERS = frozenset(" \n\r\t’‘“”–—·£€°")


@dataclass(frozen=True, slots=True)
class Reading:
    """What bytes say. `certain`: all of them are plain text, not some among many."""

    text: str
    certain: bool


def texts_of(content: bytes) -> Iterator[Reading]:
    """What bytes say: as UTF-8, as UTF-16, unpacked, or the printable stretches of a longer run of bytes."""
    if len(content) < 3:
        return
    if b"\0" in content and (wide := _wide(content)) is not None:
        yield Reading(wide, True)
    elif (plain := plain_text(content)) is not None:
        yield Reading(plain, True)
    elif (unpacked := _unpacked(content)) is not None:
        yield from texts_of(unpacked)
    elif len(content) >= _ENOUGH and (stretches := printable(content)):
        yield Reading(stretches, False)


def printable(content: bytes) -> str:
    """The printable stretches of bytes, in one-byte letters and in two-byte ones, a line each."""
    wide = content.replace(b"\0", b"") if content.count(0) * 3 > len(content) else b""
    return "\n".join(
        run.decode("cp1252", "replace") for part in (content, wide) for run in _PRINTABLE.findall(part)
    )


def plain_text(content: bytes) -> str | None:
    """UTF-8 that is nearly all letters, or None."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if text.isascii():
        return (
            text
            if text.isprintable() or _is_mostly(text, lambda one: one.isprintable() or one in "\r\n\t")
            else None
        )
    return (
        text
        if _is_mostly(text, lambda one: one.isalnum() or one.isascii() or one in _OTHER_LETTERS)
        else None
    )


def _is_mostly(text: str, kind: Callable[[str], bool]) -> bool:
    return sum(map(kind, text)) * 10 >= len(text) * 9


def _wide(content: bytes) -> str | None:
    even, odd = content[0::2].count(0), content[1::2].count(0)
    name = "utf-16-le" if odd > even else "utf-16-be"
    return content.decode(name, "ignore") if max(even, odd) * 3 > len(content) else None


def _unpacked(content: bytes) -> bytes | None:
    for begins, bits in ((b"\x1f\x8b", 31), (b"\x78", 15)):
        if content.startswith(begins):
            try:
                return zlib.decompressobj(bits).decompress(content, _MOST)
            except zlib.error:
                continue
    return _unpacked_bare(content)


def _unpacked_bare(content: bytes) -> bytes | None:
    """Packed without a header, as drawing programs do: known by its coming out whole, and as text."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        text = inflater.decompress(content, _MOST)
    except zlib.error:
        return None
    whole = inflater.eof and not inflater.unused_data and len(text) >= _ENOUGH
    return text if whole and plain_text(text) is not None else None
