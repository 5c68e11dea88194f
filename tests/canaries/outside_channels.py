"""Leak channels thought of by someone who had not read the checker; those of the first list were missed."""

from __future__ import annotations

import base64
import io
import zipfile
import zlib

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.canaries import pdf_channels as pdf
from tests.canaries import word_channels as word
from tests.canaries.secret import CLEAN, FORENAME, NUMBER, SURNAME

LOGIN = f"{FORENAME[0]}{SURNAME}".lower()
HALVES = "<w:r><w:t>Quenne</w:t></w:r>{}<w:r><w:t>ville</w:t></w:r>"
RELATION = (
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship "
    "Id='r9' Type='urn:template' TargetMode='External' Target='file:///C:/Users/{}/x.dotm'/></Relationships>"
)


def page(inner: str, before: str = "<!doctype html>") -> bytes:
    return f"{before}<html lang=en><body><p>{CLEAN}</p>{inner}</body></html>".encode()


def boxed() -> bytes:
    shape = "<v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    ends = "</w:txbxContent></v:textbox></v:shape>"
    box = f"<w:r><w:pict>{shape}{word.runs('aside')}{ends}</w:pict></w:r>"
    return word.body(f"<w:p>{HALVES.format(box)}</w:p>")


def off_the_list() -> bytes:
    """A part that stands before the zip and that its directory does not know."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as other:
        other.writestr("word/old.xml", f"<a>{CLEAN}{SURNAME}</a>")
    loose = packed.getvalue()
    return loose[: loose.rindex(b"PK\x01\x02")] + word.clean()


def prefixed() -> bytes:
    return word.rewritten({"customXml/item1.xml": f"<a xmlns:{SURNAME.lower()}='urn:x'/>".encode()})


def numbered() -> bytes:
    level = f"<w:numbering {word.W}><w:lvlText w:val='{SURNAME} %1'/></w:numbering>"
    return word.rewritten({"word/numbering.xml": level.encode()})


def columns() -> bytes:
    """Two columns, drawn line by line across both; the name is broken at the end of a line of the first."""
    first = pdf.text("the child of Quenne-", 40, 700) + pdf.text("another matter was", 320, 700)
    return pdf.drawn(first + pdf.text("ville and others", 40, 686) + pdf.text("then discussed", 320, 686))


def glyph_names(made: Pdf) -> None:
    """Codes 1, 2, 3 .. that mean letters only by the font's own list of glyph names."""
    names = [Name(f"/{letter}") for letter in SURNAME]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([1, *names]))
    made.pages[0].obj.Resources.Font.F9 = made.make_indirect(font)
    codes = bytes(range(1, len(SURNAME) + 1)).hex()
    made.pages[0].contents_add(Stream(made, f"BT /F9 12 Tf 50 200 Td <{codes}> Tj ET".encode()))


def meant_letters(made: Pdf) -> None:
    """One drawn letter that the file says stands for a whole name."""
    table = f"1 beginbfchar <61> <{SURNAME.encode('utf-16-be').hex()}> endbfchar endcmap"
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.ToUnicode = Stream(
        made, f"begincmap 1 begincodespacerange <00> <ff> endcodespacerange {table}".encode()
    )
    made.pages[0].obj.Resources.Font.F9 = made.make_indirect(font)
    made.pages[0].contents_add(Stream(made, b"BT /F9 12 Tf 50 200 Td (a) Tj ET"))


def cropped(made: Pdf) -> None:
    made.pages[0].contents_add(Stream(made, pdf.text(SURNAME, 40, 20)))
    made.pages[0].obj.CropBox = Array([0, 400, 595, 842])


def two_streams(made: Pdf) -> None:
    made.pages[0].contents_add(Stream(made, b"BT /F1 12 Tf 50 200 Td (Quenne)Tj"))
    made.pages[0].contents_add(Stream(made, b"(ville)Tj ET"))


def clipped() -> bytes:
    return pdf.drawn(pdf.text(CLEAN[:60]) + b"q 0 0 1 1 re W n " + pdf.text(SURNAME, 40, 300) + b"Q")


def covered() -> bytes:
    return pdf.drawn(pdf.text(SURNAME, 40, 300) + b"0 g 30 290 300 40 re f")


def scattered() -> bytes:
    places = sorted(range(len(SURNAME)), key=lambda n: n * 7 % len(SURNAME))
    return pdf.drawn(b"".join(pdf.text(SURNAME[n], 50 + 9 * n, 300) for n in places))


def unused_object() -> bytes:
    packed = zlib.compress(pdf.text(SURNAME))
    loose = b"77 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (len(packed), packed)
    return pdf.clean().replace(b"startxref", loose + b"startxref", 1)


MISSED: dict[str, bytes] = {
    "letters struck over": f"{CLEAN}Quennex\x08ville came".encode(),
    "colours for a terminal": b"the \x1b[31mQuenne\x1b[0mville family",
    "a NUL in the midst": b"the Quenne\x00ville family came here",
    "day by its Chinese signs": "on 2003年11月8日".encode(),
    "day by labels of a form": b"Date of birth\nDay: 8\nMonth: 11\nYear: 2003",
    "day in seconds": page("<p data-at='1068249600'></p>"),
    "day in thousandths of a second": page("<p data-at='1068249600000'></p>"),
    "house number in words": b"they lived at Fourteen Larkspur Crescent",
    "house number after the street": b"they lived at Larkspur Crescent 14",
    "style escape of six digits": page("<style>p::after{content:'Quenn\\000065ville'}</style>"),
    "entities of its own": page(
        "<p>&whole;</p>",
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'Quenne'><!ENTITY whole '&a;ville'>]>",
    ),
    "text box in the midst of a word": boxed(),
    "login in the path of a template": word.rewritten(
        {"word/_rels/document.xml.rels": RELATION.format(LOGIN).encode()}
    ),
    "part off the list of the zip": off_the_list(),
    "prefix of a name space": prefixed(),
    "over two lines of one of two columns": columns(),
    "rich words of an annotation": pdf.annotated(
        Subtype=Name.FreeText, RC=String("<p>Quenne<b>ville</b></p>")
    ),
    "packed bytes after the end": pdf.clean() + zlib.compress(f"{CLEAN}{SURNAME}".encode()),
}
FOUND: dict[str, bytes] = {
    "subject of a mail": b"Subject: =?utf-8?Q?Qu=65nneville?=",
    "variation selectors": "Que\ufe0fnnev\ufe0fille".encode(),
    "a grapheme joiner": "Quen\u034fneville".encode(),
    "small letters of capitals": "Qᴜᴇɴɴᴇᴠɪʟʟᴇ".encode(),
    "letters in circles": "".join(chr(0x24D0 + ord(one) - 97) for one in SURNAME.lower()).encode(),
    "name of a file in a path": f"C:\\cases\\{SURNAME.lower()}_m\\notes.txt".encode(),
    "hexadecimal of UTF-16": f"k={SURNAME.encode('utf-16-be').hex()}".encode(),
    "letters as ones and noughts": " ".join(f"{ord(one):08b}" for one in FORENAME).encode(),
    "number in other figures": "９４３４７６５９１９".encode(),
    "number in Arabic figures": "٩٤٣٤٧٦٥٩١٩".encode(),
    "telephone with both codes": b"ring +44 (0)20 7946 0018",
    "telephone over two lines": b"ring 020 7946\n0018",
    "week date": b"on 2003-W45-6",
    "day of the year": b"on 2003-312",
    "month in Roman figures": b"on 8.XI.2003",
    "day in a list of days": b"on 6, 8 and 9 November 2003",
    "postcode with an underline": b"at QX4_7ZD",
    "repeated attribute": page(f"<p title=x title={SURNAME}>x</p>"),
    "attribute of an end tag": page(f"<p>x</p title='{SURNAME}'>"),
    "script codes": page(f"<script>f({','.join(hex(ord(one)) for one in SURNAME)})</script>"),
    "map of a script's sources": page(
        "<script>//# sourceMappingURL=data:application/json;base64,"
        + base64.b64encode(f'{{"sources":["{SURNAME}.js"]}}'.encode()).decode()
        + "</script>"
    ),
    "formula of letters": page(f"<math>{''.join(f'<mi>{one}</mi>' for one in SURNAME)}</math>"),
    "number over cells": page(f"<table><tr><td>{'</td><td>'.join(NUMBER.split())}</td></tr></table>"),
    "deleted text in the midst": word.body(
        f"<w:p>{HALVES.format('<w:del><w:r><w:delText>zz</w:delText></w:r></w:del>')}</w:p>"
    ),
    "mark of spelling in the midst": word.body(f"<w:p>{HALVES.format('<w:proofErr/>')}</w:p>"),
    "symbols by number": word.body(
        "<w:p>"
        + "".join(f"<w:r><w:sym w:char='{0xF000 + ord(one):04X}'/></w:r>" for one in SURNAME)
        + "</w:p>"
    ),
    "text of a numbered level": numbered(),
    "codes by glyph names": pdf.changed(glyph_names),
    "one letter that means a name": pdf.changed(meant_letters),
    "cropped away": pdf.changed(cropped),
    "over two drawings": pdf.changed(two_streams),
    "clipped away": clipped(),
    "under a black bar": covered(),
    "letters drawn out of order": scattered(),
    "object that nothing refers to": unused_object(),
    "bytes before the header": f"{SURNAME}\n".encode() + pdf.clean(),
}
CLEAN_FILES: dict[str, bytes] = {
    "a name allowed, over a tag": page("<p>at <span class='place'>Quenneville</span> Road School</p>"),
    "names that begin alike": b"Marisola Quenne, Fennimores Tobi, Ashgro and Marisolina were not there.",
    "days beside the day": b"On 9 November 2003, 8 November 2004, 2003-11-09, 18/11/2003, 8 October 2003.",
    "seconds of another day": page("<p data-at='1068336000'></p>"),
    "numbers that are longer": b"1943 476 59190 and 943 476 5918",
    "two columns": pdf.drawn(
        b"".join(pdf.text(one, x, y) for y in (700, 686) for one, x in (("a visit", 40), ("a call", 320)))
    ),
    "white space after the end": pdf.clean() + b"\r\n\x00\x00\n",
    "a text box": word.body(f"<w:p><w:r><w:pict>{word.runs('aside')}</w:pict></w:r></w:p>"),
}
