"""What does an image say in words beside its picture? Text chunks, comments, EXIF, XMP, what follows its end.

A person who has looked at the picture has seen none of it, so it is read of every image. No pixel is read.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator

_MOST = 4 * 2**20
_DIRECTORIES = (0x8769, 0x8825, 0xA005)
"""Tags of EXIF that point to more tags; 0x8825 is the place where it was taken."""
_PLACE = 0x8825
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1}
_PICTURE_CHUNKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs hIST acTL fcTL fdAT cICP".split()
)
_TIFF = (b"II*\0", b"MM\0*")
_DEEP = 8
_MARK = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
_JPEG_ENDS = b"\xff\xd9"


def words_in(content: bytes) -> Iterator[tuple[str, bytes]]:
    """What it says, each with the name of its place. Bytes that are cut off end it without an error."""
    try:
        if content.startswith(b"\x89PNG"):
            yield from _png(content)
        elif content.startswith(b"\xff\xd8\xff"):
            yield from _jpeg(content)
        elif content.startswith(b"GIF8"):
            yield from _gif(content)
        elif content.startswith(b"RIFF"):
            yield from _riff(content)
        elif content.startswith(_TIFF):
            yield from _exif(content)
    except (struct.error, IndexError, zlib.error):
        return


def _png(content: bytes) -> Iterator[tuple[str, bytes]]:
    place = 8
    while place + 12 <= len(content):
        (size,) = struct.unpack(">I", content[place : place + 4])
        kind, inner = content[place + 4 : place + 8], content[place + 8 : place + 8 + size]
        place += 12 + size
        if kind in (b"tEXt", b"zTXt", b"iTXt", b"iCCP"):
            yield "a text of the image", _unpacked(inner)
        elif kind == b"eXIf":
            yield from _exif(inner)
        elif kind not in _PICTURE_CHUNKS:
            yield "a chunk of the image that is no picture", inner
        if kind == b"IEND":
            break
    if content[place:].strip(b"\0"):
        yield "bytes after the end of the image", content[place:]


def _unpacked(inner: bytes) -> bytes:
    """The keyword, and the text after it as it stands or unpacked."""
    said = inner
    for start in range(len(inner)):
        if inner[start] == 0x78:
            try:
                said += b"\n" + zlib.decompressobj().decompress(inner[start:], _MOST)
            except zlib.error:
                continue
            break
    return said


def _jpeg(content: bytes) -> Iterator[tuple[str, bytes]]:
    place = 2
    while place + 4 <= len(content) and content[place] == 0xFF and content[place + 1] != 0xDA:
        mark = content[place + 1]
        (size,) = struct.unpack(">H", content[place + 2 : place + 4])
        inner = content[place + 4 : place + 2 + size]
        place += 2 + size
        if inner.startswith(b"Exif\0\0"):
            yield from _exif(inner[6:])
        elif mark == 0xFE:
            yield "a comment in the image", inner
        elif 0xE1 <= mark <= 0xEF and not inner.startswith(b"Adobe"):
            yield "words kept with the image", inner
    if behind := content[_end_of_jpeg(content, place) :].strip(b"\0"):
        yield "bytes after the end of the image", behind


def _end_of_jpeg(content: bytes, place: int) -> int:
    """Its own end: a picture behind it has one too."""
    first = content.find(_JPEG_ENDS, place)
    while (mark := _MARK.search(content, place)) and mark.group() != _JPEG_ENDS:
        place = mark.end() + int.from_bytes(content[mark.end() : mark.end() + 2])
    end = mark.start() if mark else first
    return end + len(_JPEG_ENDS) if end >= 0 else len(content)


def _gif(content: bytes) -> Iterator[tuple[str, bytes]]:
    place = 13 + (3 << ((content[10] & 7) + 1) if content[10] & 0x80 else 0)
    while place < len(content):
        if content[place] == 0x3B:
            break
        if content[place] == 0x21:
            kind = content[place + 1]
            inner, place = _blocks(content, place + 2)
            if kind in (0xFE, 0x01, 0xFF):
                yield "a comment in the image", inner
        elif content[place] == 0x2C:
            flags = content[place + 9]
            _, place = _blocks(content, place + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        else:
            break
    if content[place + 1 :].strip(b"\0"):
        yield "bytes after the end of the image", content[place + 1 :]


def _blocks(content: bytes, place: int) -> tuple[bytes, int]:
    inner = b""
    while content[place]:
        inner += content[place + 1 : place + 1 + content[place]]
        place += 1 + content[place]
    return inner, place + 1


def _riff(content: bytes) -> Iterator[tuple[str, bytes]]:
    place = 12
    while place + 8 <= len(content):
        kind = content[place : place + 4]
        (size,) = struct.unpack("<I", content[place + 4 : place + 8])
        inner = content[place + 8 : place + 8 + size]
        place += 8 + size + size % 2
        if kind == b"EXIF":
            yield from _exif(inner.removeprefix(b"Exif\0\0"))
        elif kind not in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"):
            yield "words kept with the image", inner


def _exif(content: bytes) -> Iterator[tuple[str, bytes]]:
    order = "<" if content.startswith(b"II") else ">"
    (first,) = struct.unpack(f"{order}I", content[4:8])
    waiting, seen = [first], set[int]()
    while waiting and len(seen) < _DEEP:
        start = waiting.pop()
        if start in seen or not 0 < start < len(content):
            continue
        seen.add(start)
        (count,) = struct.unpack(f"{order}H", content[start : start + 2])
        for n in range(count):
            entry = content[start + 2 + 12 * n : start + 14 + 12 * n]
            tag, kind, several, value = struct.unpack(f"{order}HHII", entry)
            size = _SIZES.get(kind, 0) * several
            said = content[value : value + size] if size > 4 else entry[8 : 8 + size]
            if tag in _DIRECTORIES:
                waiting.append(value)
            if tag == _PLACE:
                yield "the place where the image was taken", b""
            elif kind in (1, 2, 7) and said:
                yield "a note kept with the image", said
        (following,) = struct.unpack(f"{order}I", content[start + 2 + 12 * count : start + 6 + 12 * count])
        waiting.append(following)
