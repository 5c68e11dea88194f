"""What is sent to a hearing, made here: PDFs of some pages, pictures."""

from __future__ import annotations

import struct
import zlib

from tests.hostile.made_pdfs import FONT, pdf, stream


def many_pages(count: int, width: int = 595, height: int = 842, more: bytes = b"") -> bytes:
    """Each page says which one it is. `more` stands in every page's own object."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count)).encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        FONT,
    ]
    for n in range(count):
        box = b"/MediaBox[0 0 %d %d]" % (width, height)
        objects.append(
            b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R/Resources<</Font<</F 3 0 R>>>>%s>>"
            % (box if b"MediaBox" not in more else b"", 5 + 2 * n, more)
        )
        objects.append(stream(b"BT /F 18 Tf 60 %d Td (Sent page %d) Tj ET" % (height - 80, n + 1)))
    return pdf(objects)


def png(width: int = 60, height: int = 40) -> bytes:
    """One colour all over."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    rows = (b"\0" + b"\x20\x60\x90" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def jpeg_with_place() -> bytes:
    """A grey picture of eight by eight, with a note of where it was taken and a comment."""
    note = b"Exif\0\0II*\0\x08\0\0\0\0\0 taken at Quillwort Lane"
    said = b"by Quillwort"
    own = (
        b"\xff\xe1"
        + struct.pack(">H", len(note) + 2)
        + note
        + b"\xff\xfe"
        + struct.pack(">H", len(said) + 2)
        + said
    )
    tables = b"\xff\xdb\x00\x43\x00" + b"\x01" * 64
    frame = b"\xff\xc0\x00\x0b\x08\x00\x08\x00\x08\x01\x01\x11\x00"
    dc = b"\xff\xc4\x00\x14\x00" + b"\x01" + b"\0" * 15 + b"\x00"
    ac = b"\xff\xc4\x00\x14\x10" + b"\x01" + b"\0" * 15 + b"\x00"
    scan = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x3f" + b"\xff\xd9"
    return b"\xff\xd8" + own + tables + frame + dc + ac + scan
