"""PDFs made to do harm, written object by object: no program writes such at our bidding."""

from __future__ import annotations

import zlib

Objects = list[bytes]


def pdf(objects: Objects, *, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1, with a sound table of where they stand."""
    written, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    ending = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        root,
        len(written),
    )
    return written + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + ending


def stream(content: bytes, more: bytes = b"", *, times: int = 1) -> bytes:
    """A stream packed `times` over, each time smaller where it repeats itself."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/Filter [%s]" % (b"/FlateDecode " * times)
    return b"<</Length %d%s%s>>\nstream\n%s\nendstream" % (len(content), filters, more, content)


FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def page_with(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    """One page that shows this stream; further objects begin at 6."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>%s>>>>" % resources,
            content,
            FONT,
            *more,
        ]
    )


def many_letters(million: int) -> bytes:
    """Letters without end on one page, packed into little."""
    lines = b"BT /F 9 Tf 50 700 Td (" + b"Date Event " * 9 + b") Tj ET\n"
    return page_with(stream(lines * (million * 10_000)))


def bomb_of_bombs() -> bytes:
    """Gigabytes of spaces, packed twice."""
    return page_with(
        stream(zlib.compress(b" " * 2**28, 9) * 16, times=1).replace(b"/FlateDecode ", b"/FlateDecode " * 2)
    )


def pages_within_pages(depth: int) -> bytes:
    kids = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(2, depth)]
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", *kids])


def pages_in_a_ring() -> bytes:
    return pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000/Parent 2 0 R>>"]
    )


def form_in_itself() -> bytes:
    """A form that draws itself ten times, which draws itself ten times."""
    drawn = stream(
        b"/X Do " * 10, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    )
    return page_with(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", drawn)


def forms_in_forms(depth: int) -> bytes:
    """Each form draws the next ten times over."""
    forms = [
        stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (7 + number),
        )
        for number in range(depth)
    ]
    last = stream(b"BT /F 9 Tf (x) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return page_with(stream(b"/X Do"), b"/XObject<</X 6 0 R>>", *forms, last)


def deep_arrays(depth: int) -> bytes:
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/X %s>>" % (b"[" * depth + b"]" * depth),
            b"<</Type/Pages/Kids[]/Count 0>>",
        ]
    )


def many_lines(number: int) -> bytes:
    return page_with(stream(b"0 0 m 9 9 l S\n" * number))


def wide_page() -> bytes:
    sound = page_with(stream(b"BT /F 9 Tf 50 700 Td (Date) Tj ET"))
    return sound.replace(b"[0 0 595 842]", b"[0 0 1e30 1e30]")


def reaches_outside(address: str) -> bytes:
    """Opens an address, runs a script and names a file outside, where a reader obeys it."""
    acts = b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('%s'\\))>>" % address.encode()
    content = b"<</Length 0/F(%s)/FFilter/FlateDecode>>\nstream\n\nendstream" % address.encode()
    return page_with(content).replace(b"/Type/Catalog", b"/Type/Catalog" + acts)
