"""Leak channels of a PDF, made with pikepdf or by adding bytes to a clean one."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.canaries.secret import CLEAN, FORENAME, NAME, SURNAME

Change = Callable[[Pdf], None]


def text(words: str, x: int = 40, y: int = 700, extra: str = "") -> bytes:
    safe = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 11 Tf {extra} {x} {y} Td ({safe}) Tj ET\n".encode()


def new(*drawings: bytes) -> Pdf:
    """A page with these drawings, Helvetica as F1."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for drawing in drawings or (text(CLEAN[:90]),):
        pdf.add_blank_page(page_size=(595, 842))
        page = pdf.pages[-1]
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = pdf.make_stream(drawing)
    return pdf


def saved(pdf: Pdf, **how: object) -> bytes:
    packed = io.BytesIO()
    pdf.save(packed, **how)  # type: ignore[arg-type]  # the options are pikepdf's own
    return packed.getvalue()


@cache
def clean() -> bytes:
    return saved(new(text(CLEAN[:90]), text(CLEAN[90:])))


def drawn(*drawings: bytes) -> bytes:
    return saved(new(*drawings))


def changed(change: Change) -> bytes:
    pdf = new()
    change(pdf)
    return saved(pdf)


def form(pdf: Pdf, words: str) -> pikepdf.Object:
    stream = pdf.make_stream(text(words, 0, 0))
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 300, 20])
    stream.Resources = pdf.pages[0].obj.Resources
    return stream


def annotated(**keys: object) -> bytes:
    def add(pdf: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=Array([9, 9, 90, 90]), **keys)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return changed(add)


def rooted(key: str, make: Callable[[Pdf], object]) -> bytes:
    def add(pdf: Pdf) -> None:
        pdf.Root[key] = make(pdf)

    return changed(add)


def appearance(pdf: Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, F=2, Rect=Array([9, 9, 90, 90]), AP=Dictionary(N=form(pdf, NAME))
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def hidden_layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]), BaseState=Name.OFF)
    )
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(L1=layer)
    page.Contents = pdf.make_stream(b"/OC /L1 BDC " + text(NAME) + b" EMC")


def named_layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(NAME)))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary())


def unused_form(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject = Dictionary(X1=form(pdf, NAME))


def form_in_form(pdf: Pdf) -> None:
    outer = form(pdf, "outer")
    outer.Resources = Dictionary(XObject=Dictionary(X2=form(pdf, NAME)))
    outer.write(b"/X2 Do")
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(X1=outer)
    page.Contents = pdf.make_stream(b"/X1 Do")


def outline(pdf: Pdf) -> None:
    with pdf.open_outline() as tree:
        tree.root.append(pikepdf.OutlineItem(NAME, 0))


def property_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = NAME


def own_property(pdf: Pdf) -> None:
    pdf.docinfo[f"/{SURNAME}"] = "x"


def xmp(pdf: Pdf) -> None:
    with pdf.open_metadata() as about:
        about["dc:description"] = NAME


def tree(pdf: Pdf) -> Dictionary:
    figure = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Figure, Alt=String(NAME)))
    return Dictionary(Type=Name.StructTreeRoot, K=Array([figure]))


def field(pdf: Pdf) -> Dictionary:
    one = pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("who"), V=String(NAME)))
    return Dictionary(Fields=Array([one]))


def in_hexadecimal(name: str) -> bytes:
    return "".join(f"#{ord(letter):02x}" for letter in name).encode()


def saved_over(secret_first: bytes) -> bytes:
    """A clean version saved on top of a secret one, as programs do that only add to a file."""
    with pikepdf.open(io.BytesIO(secret_first)) as pdf:
        page = pdf.pages[0].obj
        number, root, size = page.Contents.objgen[0], pdf.Root.objgen[0], len(pdf.objects) + 1
    start = int(secret_first.rsplit(b"startxref", 1)[1].split()[0])
    drawing = text("Nothing to see.")
    place = len(secret_first)
    added = b"%d 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (number, len(drawing), drawing)
    table = b"xref\n%d 1\n%010d 00000 n \ntrailer<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (
        number, place, size, root, start, place + len(added),
    )  # fmt: skip
    return secret_first + added + table


def classic(pdf: Pdf) -> bytes:
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def loose_object() -> bytes:
    made = classic(new())
    return made.replace(b"xref\n", b"77 0 obj\n(%s)\nendobj\nxref\n" % NAME.encode(), 1)


def subset_font(pdf: Pdf) -> None:
    """Letters under other codes, told apart only by the font's table: the name is nowhere in the bytes."""
    letters = sorted(set(NAME))
    rows = "".join(f"<{n:02x}> <{ord(letter):04x}>\n" for n, letter in enumerate(letters, 1))
    table = pdf.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def "
        b"1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar\n%sendbfchar endcmap end end"
        % (len(letters), rows.encode())
    )
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=table)
    page = pdf.pages[0].obj
    page.Resources.Font = Dictionary(F1=pdf.make_indirect(font))
    codes = "".join(f"{letters.index(letter) + 1:02x}" for letter in NAME)
    page.Contents = pdf.make_stream(f"BT /F1 11 Tf 40 700 Td <{codes}> Tj ET".encode())


def letters_at(order: list[int]) -> bytes:
    return b"".join(text(SURNAME[n], 40 + 8 * n) for n in order)


BYTES: dict[str, bytes] = {
    "plain": drawn(text(NAME)),
    "over lines": drawn(text(FORENAME, y=700) + text(SURNAME, y=680)),
    "over pages": drawn(text(FORENAME), text(SURNAME)),
    "letters drawn one at a time": drawn(letters_at([*range(len(SURNAME))])),
    "letters drawn backwards": drawn(letters_at([*reversed(range(len(SURNAME)))])),
    "letters drawn in any order": drawn(letters_at([3, 0, 7, 1, 10, 5, 2, 9, 4, 8, 6])),
    "kerned apart": drawn(b"BT /F1 11 Tf 40 700 Td [(Quenne) -700 (ville)] TJ ET"),
    "each letter kerned": drawn(
        b"BT /F1 11 Tf 40 700 Td [" + b" -400 ".join(b"(%c)" % ord(one) for one in SURNAME) + b"] TJ ET"
    ),
    "octal": drawn(b"BT /F1 11 Tf 40 700 Td (" + b"".join(b"\\%03o" % ord(one) for one in NAME) + b") Tj ET"),
    "hexadecimal": drawn(b"BT /F1 11 Tf 40 700 Td <" + NAME.encode().hex().encode() + b"> Tj ET"),
    "unseen ink": drawn(text(NAME, extra="3 Tr")),
    "white ink": drawn(b"1 g " + text(NAME)),
    "tiny": drawn(text(NAME).replace(b"/F1 11", b"/F1 0.01")),
    "off the page": drawn(text(NAME, 5000, 5000)),
    "left of the page": drawn(text(NAME, -900, -900)),
    "clipped away": drawn(b"q 0 0 1 1 re W n " + text(NAME) + b" Q"),
    "under a box": drawn(text(NAME) + b"0 g 30 690 400 30 re f"),
    "on its side": drawn(b"BT /F1 11 Tf 0 1 -1 0 90 90 Tm (" + NAME.encode() + b") Tj ET"),
    "font with its own codes": changed(subset_font),
    "replacement text": drawn(b"/Span <</ActualText (" + NAME.encode() + b")>> BDC " + text("x") + b" EMC"),
    "comment in a drawing": drawn(b"% " + NAME.encode() + b"\n" + text("x")),
    "switched-off layer": changed(hidden_layer),
    "name of a layer": changed(named_layer),
    "form not drawn": changed(unused_form),
    "form in a form": changed(form_in_form),
    "note": annotated(Subtype=Name.Text, Contents=String(NAME)),
    "note in UTF-16": annotated(Subtype=Name.Text, Contents=String("Márisol Quénneville – Łódź")),
    "author of a note": annotated(Subtype=Name.Text, T=String(SURNAME)),
    "link": annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=String(f"http://x/{SURNAME}"))),
    "appearance of a hidden stamp": changed(appearance),
    "script": annotated(Subtype=Name.Link, A=Dictionary(S=Name.JavaScript, JS=String(f"x='{SURNAME}'"))),
    "outline": changed(outline),
    "title": changed(property_title),
    "name of a property": changed(own_property),
    "XMP": changed(xmp),
    "form field": rooted("/AcroForm", field),
    "alternative text": rooted("/StructTreeRoot", tree),
    "page label": rooted("/PageLabels", lambda _: Dictionary(Nums=Array([0, Dictionary(P=String(NAME))]))),
    "named destination": rooted("/Dests", lambda _: Dictionary({f"/{SURNAME}": Array([0, Name.Fit])})),
    "any string of the root": rooted(
        "/PieceInfo", lambda _: Dictionary(X=Array([String("a"), String(NAME)]))
    ),
    "stream that nothing uses": rooted("/Extra", lambda pdf: pdf.make_stream(NAME.encode())),
    "base64 in a stream": rooted("/Extra", lambda pdf: pdf.make_stream(b"TWFyaXNvbCBRdWVubmV2aWxsZQ==")),
    "resource name": drawn(text("x")).replace(b"/F1", b"/" + SURNAME.encode()),
    "earlier version": saved_over(classic(new(text(NAME)))),
    "object in no table": loose_object(),
    "after the end": clean() + b"\n" + NAME.encode() + b"\n",
    "before the beginning": NAME.encode() + b"\n" + clean(),
    "comment in the file": clean().replace(b"\n", b"\n% " + NAME.encode() + b"\n", 1),
}


def image(pdf: Pdf) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf, bytes(12), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
    )  # fmt: skip


def nameless_font(_: Pdf) -> Dictionary:
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.X,
        CIDSystemInfo=Dictionary(Ordering=String("Identity")),
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.X,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )


def attached(pdf: Pdf) -> None:
    pdf.attachments["notes.bin"] = bytes(range(256))


CANNOT: dict[str, bytes] = {
    "image": rooted("/Extra", image),
    "image in line": drawn(b"q BI /W 2 /H 2 /BPC 8 /CS /RGB ID " + bytes(range(97, 109)) + b" EI Q"),
    "attached file": changed(attached),
    "font that tells no letters": rooted("/Extra", lambda pdf: pdf.make_indirect(nameless_font(pdf))),
    "password": saved(new(), encryption=pikepdf.Encryption(owner="x", user="y")),
    "password for changes only": saved(new(), encryption=pikepdf.Encryption(owner="x", user="")),
    "cut off": b"%PDF-1.7\n" + clean()[20:60],
}
