"""What a reader of the page sees, and a plain search of the file's words does not."""

from __future__ import annotations

import base64
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw

from tests.canaries.made_unread.building import HELVETICA, box, kept, painted, pdf


def _recoded(codes: dict[str, int]) -> Dictionary:
    """Helvetica with letters standing at other codes."""
    spelt: list[object] = []
    for letter, code in codes.items():
        spelt += [code, Name("/" + ("space" if letter == " " else letter))]
    coded = Dictionary(Type=Name.Encoding, Differences=Array(spelt))
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=coded)


def _shown(secret: str, codes: dict[str, int]) -> bytes:
    return f"BT /F2 12 Tf 72 700 Td <{bytes(codes[each] for each in secret).hex()}> Tj ET".encode()


def name_in_codes_of_its_own(secret: str, folder: Path) -> Path:
    """The bytes shown are 1, 2, 3 ..; only the font's Differences say which is which; no ToUnicode."""
    codes = {letter: at for at, letter in enumerate(dict.fromkeys(secret), 1)}
    return kept(pdf(_shown(secret, codes), {"/F2": _recoded(codes)}), folder)


def name_over_false_letters(secret: str, folder: Path) -> Path:
    """Each byte is the letter after; Differences by plain glyph names bring the page right again."""
    codes = {letter: ord(letter) + 1 for letter in secret}
    return kept(pdf(_shown(secret, codes), {"/F2": _recoded(codes)}), folder)


def name_whose_map_lies(secret: str, folder: Path) -> Path:
    """The page shows the secret; the font's ToUnicode says every letter is an x, so copying gives only x."""
    lies = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def /CMapType 2 def "
        "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> ["
        + "<0078>" * 95
        + "] endbfrange endcmap end end"
    )
    made = pdf(f"BT /F2 12 Tf 72 700 Td <{secret.encode('latin-1').hex()}> Tj ET".encode())
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    font.ToUnicode = made.make_stream(lies.encode())
    made.pages[0].obj.Resources.Font["/F2"] = font
    return kept(made, folder)


def name_a_form_a_letter(secret: str, folder: Path) -> Path:
    """Every letter is a form of its own, moved into its place; the page's own stream only calls X0, X1, .."""
    calls = " ".join(f"q 1 0 0 1 {72 + 9 * at} 650 cm /X{at} Do Q" for at in range(len(secret)))
    made = pdf(calls.encode())
    forms = Dictionary()
    for at, letter in enumerate(secret):
        form = made.make_stream(
            painted(letter, 0, 0), Type=Name.XObject, Subtype=Name.Form, BBox=box(0, -5, 20, 20)
        )
        form.Resources = Dictionary(Font=Dictionary(HELVETICA))
        forms[f"/X{at}"] = form
    made.pages[0].obj.Resources.XObject = forms
    return kept(made, folder)


def name_drawn_from_its_end(secret: str, folder: Path) -> Path:
    """The last letter is drawn first; only the places on the page give the order."""
    order = reversed(list(enumerate(secret)))
    return kept(pdf(b"".join(painted(letter, 72 + 9 * at, 600) for at, letter in order)), folder)


def name_down_the_margin(secret: str, folder: Path) -> Path:
    """One letter under another, as on the spine of a book."""
    return kept(pdf(b"".join(painted(letter, 30, 760 - 14 * at) for at, letter in enumerate(secret))), folder)


def name_as_the_glyphs_of_a_type3_font(secret: str, folder: Path) -> Path:
    """A Type 3 font: code 1 runs a procedure that shows a piece of text in Helvetica, code 2 the next."""
    made = pdf(f"BT /F2 12 Tf 72 560 Td <{bytes(range(1, len(secret) + 1)).hex()}> Tj ET".encode())
    drawn = Dictionary()
    for at, letter in enumerate(secret, 1):
        one = f"700 0 d0 BT /F1 1000 Tf <{letter.encode('latin-1').hex()}> Tj ET"
        drawn[f"/g{at}"] = made.make_stream(one.encode())
    made.pages[0].obj.Resources.Font["/F2"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=box(0, 0, 1000, 1000),
        FontMatrix=box(0.001, 0, 0, 0.001, 0, 0),
        CharProcs=drawn, FirstChar=1, LastChar=len(secret), Widths=Array([700] * len(secret)),
        Encoding=Dictionary(
            Type=Name.Encoding, Differences=Array([1, *[Name(f"/g{at}") for at in range(1, len(secret) + 1)]])
        ),
        Resources=Dictionary(Font=Dictionary(HELVETICA)),
    )  # fmt: skip
    return kept(made, folder)


def name_in_outlines(secret: str, folder: Path) -> Path:
    """Text made into outlines before print: little filled boxes, no font and no letter, plain to the eye."""
    grid = Image.new("1", (8 * len(secret), 12))
    ImageDraw.Draw(grid).text((0, 0), secret, fill=1)
    dots = [(x, y) for x in range(grid.width) for y in range(grid.height) if grid.getpixel((x, y))]
    return kept(pdf("".join(f"{72 + 2 * x} {520 - 2 * y} 2 2 re f\n" for x, y in dots).encode()), folder)


def name_two_lines_by_leading(secret: str, folder: Path) -> Path:
    """Pieces of two letters, each a line of its own by T* in a narrow column."""
    pieces = [secret[at : at + 2] for at in range(0, len(secret), 2)]
    shown = " T* ".join(f"<{each.encode('latin-1').hex()}> Tj" for each in pieces)
    return kept(pdf(f"BT /F1 12 Tf 13 TL 500 480 Td {shown} ET".encode()), folder)


def name_behind_filters(secret: str, folder: Path) -> Path:
    """A content stream run-length coded, then in ASCII85, then in hexadecimal."""
    plain = painted(secret, y=440)
    runs = b"".join(
        bytes([len(plain[at : at + 100]) - 1]) + plain[at : at + 100] for at in range(0, len(plain), 100)
    )
    coded = base64.a85encode(runs + b"\x80") + b"~>"
    made = pdf()
    leaf = made.pages[0].obj
    extra = pikepdf.Stream(made, coded.hex().encode() + b">")
    extra.Filter = Array([Name.ASCIIHexDecode, Name.ASCII85Decode, Name.RunLengthDecode])
    leaf.Contents = Array([leaf.Contents, made.make_indirect(extra)])
    return kept(made, folder, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)


def number_with_kerning(secret: str, folder: Path) -> Path:
    """Every digit apart in a TJ, with wide kerning, and the whole in two streams that divide inside it."""
    made = pdf()
    half = len(secret) // 2
    shown = [
        "[" + " -700 ".join(f"({each})" for each in part) + "] TJ" for part in (secret[:half], secret[half:])
    ]
    leaf = made.pages[0].obj
    leaf.Contents = Array(
        [
            leaf.Contents,
            made.make_stream(f"BT /F1 12 Tf 72 400 Td {shown[0]}".encode()),
            made.make_stream(f" {shown[1]} ET".encode()),
        ]
    )
    return kept(made, folder)
