"""A picture without what it tells of itself: where and when it was taken, by whom, with what."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from candour.files.hearing.contents import NotTaken, Picture

MOST = 60_000_000
"""Picture elements: more than any camera's."""
_SHAPES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
"""Marks of a JPEG after which its height and width stand."""
_KEPT_ABOUT = frozenset({0xE0, 0xEE})
"""How its colours are to be read; all else that it says of itself goes."""
_ORIENTATION = 0x0112
_NO_KIND = NotTaken("it is a picture of a kind that cannot be set on a page: only PNG and JPEG can")
_DAMAGED = NotTaken("it is a damaged picture")
_TOO_LARGE = NotTaken("it is a larger picture than a page can show")


def bare_picture(content: bytes) -> Picture | NotTaken:
    """The picture, or why it cannot be set on a page."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            width, height = struct.unpack_from(">II", content, 16)
            return _held_to_size(Picture(content, "png"), width, height)  # drawn anew, so it tells nothing
        if content.startswith(b"\xff\xd8\xff"):
            return _bare_jpeg(content)
    except (struct.error, IndexError):
        return _DAMAGED
    return _NO_KIND


def _held_to_size(picture: Picture, width: int, height: int) -> Picture | NotTaken:
    if not width or not height:
        return _DAMAGED
    return picture if width * height <= MOST else _TOO_LARGE


def _bare_jpeg(content: bytes) -> Picture | NotTaken:
    kept, width, height, turned = [b"\xff\xd8"], 0, 0, 1
    for mark, segment, after in _segments(content):
        if mark in _SHAPES:
            height, width = struct.unpack_from(">HH", segment, 5)
        if mark == 0xE1:
            turned = _orientation(segment) or turned
        elif mark < 0xE0 or mark in _KEPT_ABOUT:
            kept.append(segment)
        if mark == 0xDA:
            kept.insert(1, _only_turned(turned))
            return _held_to_size(Picture(b"".join((*kept, content[after:])), "jpg"), width, height)
    return _DAMAGED


def _segments(content: bytes) -> Iterator[tuple[int, bytes, int]]:
    """(mark, the segment with its mark, where it ends) up to the picture itself; comments are passed over."""
    at = 2
    while content[at] == 0xFF:
        mark, size = content[at + 1], struct.unpack_from(">H", content, at + 2)[0]
        end = at + 2 + size
        if mark != 0xFE:
            yield mark, content[at:end], end
        at = end


def _orientation(segment: bytes) -> int:
    """Which way up, as the camera noted it; 0 where it says nothing."""
    if segment[4:10] != b"Exif\0\0":
        return 0
    told = segment[10:]
    order = "<" if told[:2] == b"II" else ">"
    try:
        start = struct.unpack_from(f"{order}I", told, 4)[0]
        for nth in range(min(struct.unpack_from(f"{order}H", told, start)[0], 200)):
            tag, _, _, value = struct.unpack_from(f"{order}HHIH", told, start + 2 + 12 * nth)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def _only_turned(orientation: int) -> bytes:
    if orientation == 1:
        return b""
    told = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(told) + 2) + told
