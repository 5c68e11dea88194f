"""Leak channels of a third stranger that passed at the first try, and clean files that were refused."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib

import openpyxl
from openpyxl.worksheet.filters import DateGroupItem, FilterColumn, Filters
from PIL import Image

from tests.canaries import pdf_channels as pdf
from tests.canaries import word_channels as word
from tests.canaries.outside_channels import HALVES, page
from tests.canaries.secret import CLEAN, NAME, STREET, SURNAME

WORDS = f"{CLEAN}{NAME}".encode()
LATER = [(4, "n"), (0, "Q"), (8, "ll"), (2, "e"), (1, "u"), (3, "n"), (5, "evi"), (10, "e")]


def stream(filters: bytes, content: bytes, behind: bytes = b"") -> bytes:
    """A PDF with one more stream, which nothing refers to."""
    head = b"88 0 obj<</Length %d%s>>stream\n" % (len(content), filters)
    loose = head + content + b"\nendstream" + behind + b"\nendobj\n"
    return pdf.clean().replace(b"startxref", loose + b"startxref", 1)


def before_the_list(loose: bytes) -> bytes:
    """Bytes between the last member of a zip and its list, which still is where the zip says."""
    content = word.clean()
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        at = zipped.start_dir
    end = content.rindex(b"PK\x05\x06")
    moved = struct.pack("<I", at + len(loose)) + content[end + 20 :]
    return content[:at] + loose + content[at:end] + content[end : end + 16] + moved


def noted(mark: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(word.clean())) as zipped:
        last = zipped.infolist()[-1]
    return before_the_list(mark + struct.pack("<III", last.CRC, last.compress_size, last.file_size))


def behind_a_member(loose: bytes) -> bytes:
    """The packed bytes of the only member of a zip end before the member does."""
    content = f"<w:document {word.W}/>".encode()
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush() + loose
    name, sizes = b"word/document.xml", (zlib.crc32(content), len(packed), len(content), 17, 0)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 0x21, *sizes) + name + packed
    listed = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 0x21, *sizes, 0, 0, 0, 0, 0)
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(listed) + len(name), len(local), 0)
    return local + listed + name + end


def over_pages() -> bytes:
    first = pdf.text(CLEAN[:60]) + pdf.text("the child of Quenne-", 40, 80) + pdf.text("Page 1", 300, 30)
    return pdf.drawn(first, pdf.text("A draft", 40, 820) + pdf.text("ville came home", 40, 780))


def cell(value: object, shown_as: str = "General", **filtered: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = value
    sheet["A1"].number_format = shown_as
    if filtered:
        days = [DateGroupItem(dateTimeGrouping="day", **filtered)]
        sheet.auto_filter.ref = "A1:A9"
        sheet.auto_filter.filterColumn.append(FilterColumn(colId=0, filters=Filters(dateGroupItem=days)))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def boxes(letters: str) -> bytes:
    cells = "".join(f"<w:tc>{word.runs(letter)}</w:tc>" for letter in letters)
    return word.body(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>")


def between(look: str) -> bytes:
    aside = f"<w:r><w:rPr><w:{look}/></w:rPr><w:t>zz</w:t></w:r>"
    return word.body(f"<w:p>{HALVES.format(aside)}</w:p>")


def picture_with(behind: bytes) -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (4, 4)).save(picture, "JPEG")
    return picture.getvalue() + behind


def packed_bare(content: bytes) -> str:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return base64.b64encode(packer.compress(content) + packer.flush()).decode()


FALLBACK = (
    "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    "<mc:Choice><w:t>nev</w:t></mc:Choice><mc:Fallback><w:t>zz</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)
MISSED: dict[str, bytes] = {
    "words behind a packed stream": stream(b"/Filter/FlateDecode", zlib.compress(b"q Q") + WORDS),
    "packed words behind a packed stream": stream(
        b"/Filter/FlateDecode", zlib.compress(b"q Q") + zlib.compress(WORDS)
    ),
    "words between a stream and the end of its object": stream(b"", b"q Q", b"\n" + SURNAME.encode()),
    "over pages, between a footer and a header": over_pages(),
    "a language named in the midst of a string": pdf.changed(
        lambda made: made.Root.__setitem__("/Y", "Quenne\x1ben\x1bville")
    ),
    "number as a figure of a PDF": pdf.changed(lambda made: made.Root.__setitem__("/Y", 9434765919)),
    "packed words before the list of a zip": before_the_list(zlib.compress(WORDS)),
    "packed words behind a mark of sizes": before_the_list(b"PK\x07\x08" + zlib.compress(WORDS)),
    "words behind a member of a zip": behind_a_member(WORDS),
    "letters of a font of signs": word.body(word.runs("".join(chr(0xF000 + ord(one)) for one in SURNAME))),
    "day in the boxes of a form": boxes("08112003"),
    "struck through in the midst": between("strike"),
    "hidden on the web in the midst": between("webHidden"),
    "what only old programs show in the midst": word.body(
        f"<w:p><w:r><w:t>Quen</w:t></w:r>{FALLBACK}<w:r><w:t>ille</w:t></w:r></w:p>"
    ),
    "letters of a list to choose from": word.body(
        "".join(f"<w:sdt><w:sdtPr><w:listItem w:value='{one}'/></w:sdtPr></w:sdt>" for one in SURNAME)
    ),
    "number by the format of its cell": cell(5919, '"943 476 "0000'),
    "name by the format of its cell": cell("ville", '"Quenne"@'),
    "street by the format of its cell": cell(14, '0" Larkspur Crescent"'),
    "day of a filter": cell("x", year=2003, month=11, day=8),
    "down a column, beside a cell over two rows": page(
        "<table><tr><td rowspan=2>Quenne<td>one<tr><td>two<tr><td>ville<td>three</table>"
    ),
    "packed without a header": page(f"<p>{packed_bare(WORDS)}</p>"),
    "postcode from right to left": page("<p>\u202eDZ7 4XQ\u202c</p>"),
    "postcode read out": page("<p>Quebec X-ray Four, Seven Zulu Delta</p>"),
    "number half in words": page("<p>943 four seven six 5919</p>"),
    "letters by their octal numbers": page(f"<p>{' '.join(f'{ord(one):03o}' for one in SURNAME)}</p>"),
    "letters moved to their places": page(
        "<svg>"
        + "".join(f"<g transform='translate({n} 1)'><text>{one}</text></g>" for n, one in LATER)
        + "</svg>"
    ),
    "places of letters in one list": page("<svg><text x='3 1 0 2 4 7 6 5 8 9 10'>nuQenivelle</text></svg>"),
    "small capitals with another f": b"Tobiah \xd2\x93\xe1\xb4\x87\xc9\xb4\xc9\xb4imore-Ashgrove",
} | {
    f"day in {language}": f"({day})".encode()
    for language, day in {
        "Arabic": "٨ نوفمبر ٢٠٠٣",
        "Urdu": "۸ نومبر ۲۰۰۳",
        "Bengali": "৮ নভেম্বর ২০০৩",
        "Punjabi": "8 ਨਵੰਬਰ 2003",
        "Hindi": "८ नवंबर २००३",
        "Somali": "8 Noofambar 2003",
        "Russian": "8 ноября 2003",
        "Greek": "8 Νοεμβρίου 2003",
        "Hebrew": "8 בנובמבר 2003",
        "Korean": "2003년 11월 8일",
        "Lithuanian": "2003 m. lapkričio 8 d.",
        "Albanian": "8 nëntor 2003",
    }.items()
}
CLEAN_FILES: dict[str, bytes] = {
    "a house whose number ends like it": pdf.drawn(pdf.text(f"at 1{STREET} they said")),
    "a filter by another day": cell("x", year=2003, month=11, day=9),
    "a format with a unit": cell(14, '0" visits"'),
    "figures in boxes": boxes("08112004"),
    "letters and figures read out": page("<p>Quebec X-ray Four, Seven Zulu Echo</p>"),
    "a note of sizes behind a member": noted(b"PK\x07\x08"),
    "a note of sizes without its mark": noted(b""),
    "days of other months": "8 октября 2003, 8 Oktober 2003, 8 أكتوبر 2003".encode(),
}
