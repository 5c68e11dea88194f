"""Known-bad files, made anew in memory for each run: a checker that does not catch them checks nothing.

Each holds made-up secrets in plain sight and in disguise, put there by hand-written bytes, with nothing
borrowed from the code that must find them.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache

from candour.domain.leaks import Finder, Person, Register
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.reading import read_file

_REGISTER = Register(
    people=(Person("Zephyrina Quistlethorpe"), Person("Obadiah Wexcombe-Tarn")),
    words=("vermilion pangolin",),
    numbers=("702 841 5516",),
)
_ALL = {"people[0].name", "people[1].name", "words[0]", "numbers[0]"}
_PLAIN = ("canary.txt",)
_SECRETS = (
    "Zephyrina Quistlethorpe",
    "W\u0435xc\u043emb\u0435-\nT\u00e1rn",  # Cyrillic letters, an accent, over two lines
    "dmVybWlsaW9uIHBhbmdvbGlu",  # base64
    "7-0-2/8.4.1 5516",
)


def missed() -> list[str]:
    """The canaries that were not caught, by name. Not empty: no answer of this run may be trusted."""
    finder = Finder(_REGISTER)
    return [name for name, make in CANARIES.items() if not _is_caught(read_file(name, make()), finder)]


def _is_caught(canary: OpenFile, finder: Finder) -> bool:
    """Every secret is found, and what such a file holds beyond a plain report is told."""
    found = {leak.item for leak in finder.find(canary.pieces)}
    return found >= _ALL and (canary.file in _PLAIN or bool(canary.warnings))


def _text() -> bytes:
    return ("Nothing here.\n" + "\nNor here.\n".join(_SECRETS)).encode()


def _page() -> bytes:
    name, alias, coded, number = _SECRETS
    first, second = name.split()
    return (
        f"<!doctype html><title>Report</title><p title='{number}'>A {first[:4]}<b>{first[4:]}</b> {second}"
        f"<!-- {alias} --><style>p::after {{ content: '{coded}' }}</style>"
    ).encode()


def _page_out_of_order() -> bytes:
    """Nothing stands in a line here: two strings of a style, a column, places in a drawing, a frame."""
    name, alias, coded, number = _SECRETS
    rows = "".join(f"<tr><td>{half}<td>a visit" for half in re.split("-\\n", alias))
    digits = [*enumerate(re.sub(r"\D", "", number))]
    drawn = "".join(f"<tspan x='{9 * n}'>{digit}</tspan>" for n, digit in reversed(digits))
    return (
        f"<!doctype html><style>i::before{{content:'{name[:16]}'}}i::after{{content:'{name[16:]}'}}</style>"
        f"<table>{rows}</table><svg><text>{drawn}</text></svg><iframe srcdoc='&lt;b>{coded}'></iframe>"
    ).encode()


def _word_document() -> bytes:
    name, alias, coded, number = _SECRETS
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kinds = "http://schemas.openxmlformats.org/package/2006/content-types"
    runs = "".join(f"<w:r><w:t>{half}</w:t></w:r>" for half in (name[:13], name[13:]))
    parts = {
        "[Content_Types].xml": f"<Types xmlns='{kinds}'></Types>",
        "word/document.xml": f"<w:document xmlns:w='{space}'><w:body><w:p>{runs}<w:r><w:rPr>"
        f"<w:vanish/></w:rPr><w:t>{number}</w:t></w:r></w:p></w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes xmlns:w='{space}'><w:p><w:del><w:r><w:delText>{alias}"
        "</w:delText></w:r></w:del></w:p></w:footnotes>",
        "docProps/custom.xml": f"<Properties><property name='x'>{coded}</property></Properties>",
    }
    return _zipped(parts)


def _workbook() -> bytes:
    """On a sheet that is hidden: a number with an exponent, a formula that joins, a string no cell uses."""
    name, alias, coded, _ = _SECRETS
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    first, second = name[:15], name[15:]
    parts = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "xl/workbook.xml": f"<workbook xmlns='{space}'><sheets><sheet name='a' state='veryHidden'/></sheets>"
        f"<definedNames><definedName name='b'>\"{coded}\"</definedName></definedNames></workbook>",
        "xl/sharedStrings.xml": f"<sst xmlns='{space}'><si><r><t>{alias[:6]}</t></r>"
        f"<r><t>{alias[6:]}</t></r></si></sst>",
        "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{space}'><sheetData><row r='1' hidden='1'>"
        f"<c r='A1'><v>7.028415516E9</v></c><c r='B1' t='str'><f>\"{first}\"&amp;\"{second}\"</f></c>"
        "</row></sheetData></worksheet>",
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        for part, text in parts.items():
            document.writestr(part, text)
    return packed.getvalue()


def _image() -> bytes:
    """A picture of one point that nobody has looked at, with words in it that nobody sees."""
    words = "\n".join(_SECRETS).encode()
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress(words)),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(inner)) + kind + inner + struct.pack(">I", zlib.crc32(kind + inner))
        for kind, inner in chunks
    )


def _pdf() -> bytes:
    name, alias, coded, number = _SECRETS
    letters = " ".join(f"({letter}) Tj 9 0 Td" for letter in name.replace(" ", ""))
    drawing = zlib.compress(f"BT /F 9 Tf 3 Tr 20 90 Td {letters} ET".encode())
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 99]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents<FEFF%s>>>"
        % alias.encode("utf-16-be").hex().encode(),
        b"<</Title(%s)/Subject(%s)>>" % (number.encode(), coded.encode()),
    )
    made = b"%PDF-1.7\n"
    places = []
    for place, thing in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s\nendobj\n" % (place, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        b"%sxref\n0 8\n0000000000 65535 f \n%strailer<</Size 8/Root 1 0 R/Info 7 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n"
        % (
            made,
            table,
            len(made),
        )
    )


CANARIES: dict[str, Callable[[], bytes]] = {
    "canary.txt": cache(_text),
    "canary.html": cache(_page),
    "canary in pieces.html": cache(_page_out_of_order),
    "canary.docx": cache(_word_document),
    "canary.xlsx": cache(_workbook),
    "canary.png": cache(_image),
    "canary.pdf": cache(_pdf),
}
