"""Leak channels of a PDF."""

from __future__ import annotations

import zlib
from base64 import a85encode
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String


def made(folder: Path, change: Callable[[Pdf], object], drawing: bytes = b"") -> Path:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    page = pdf.pages[0].obj
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = pdf.make_stream(b"BT /F1 11 Tf 40 800 Td (The review was held in May.) Tj ET\n" + drawing)
    change(pdf)
    pdf.save(path := folder / "a.pdf")
    return path


def drawn(folder: Path, drawing: str | bytes) -> Path:
    return made(folder, lambda _: None, drawing.encode() if isinstance(drawing, str) else drawing)


def surname(secret: str) -> str:
    return secret.split()[-1]


def next_line_signs(secret: str, folder: Path) -> Path:
    first, last = secret.split()
    return drawn(folder, f"BT /F1 11 Tf 14 TL 40 700 Td ({first}) ' 1 2 ({last}) \" ET")


def broken_string(secret: str, folder: Path) -> Path:
    name = surname(secret)
    return drawn(folder, f"BT /F1 11 Tf 40 700 Td ({name[:4]}\\\n{name[4:]}) Tj ET")


def tiling_pattern(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        tile = Stream(pdf, f"BT /F1 11 Tf 0 0 Td ({secret}) Tj ET".encode())
        tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 200, 20]), 200, 20
        tile.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        pdf.pages[0].obj.Resources.Pattern = Dictionary(P1=pdf.make_indirect(tile))

    return made(folder, add, b"/Pattern cs /P1 scn 40 600 200 40 re f")


def soft_mask(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        group = Stream(pdf, f"BT /F1 11 Tf 0 0 Td ({secret}) Tj ET".encode())
        group.Type, group.Subtype, group.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        group.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
        mask = Dictionary(S=Name.Luminosity, G=pdf.make_indirect(group))
        pdf.pages[0].obj.Resources.ExtGState = Dictionary(G1=Dictionary(SMask=mask))

    return made(folder, add, b"/G1 gs 40 600 200 40 re f")


def mark_of_the_trailer(secret: str, folder: Path) -> Path:
    path = drawn(folder, "")
    content = path.read_bytes()
    at = content.rindex(b"/ID")
    end = content.index(b"]", at)
    name = surname(secret).ljust(16)[:16].encode()
    path.write_bytes(
        content[:at] + b"/ID [<%s> <%s>" % (name.hex().encode(), bytes(16).hex().encode()) + content[end:]
    )
    return path


def day_it_was_made(secret: str, folder: Path) -> Path:
    stamp = f"D:{secret.replace('-', '')}093000+01'00'"
    return made(folder, lambda pdf: pdf.docinfo.__setitem__("/CreationDate", stamp))


def base_font(secret: str, folder: Path) -> Path:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources.Font.F1.BaseFont = Name(f"/ABCDEF+{surname(secret)}")

    return made(folder, change)


def colour_by_name(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        space = Array([Name.Separation, Name(f"/{surname(secret)}"), Name.DeviceGray, Dictionary()])
        pdf.pages[0].obj.Resources["/ColorSpace"] = Dictionary(C1=space)

    return made(folder, add)


def language(secret: str, folder: Path) -> Path:
    return made(folder, lambda pdf: pdf.Root.__setattr__("Lang", String(f"en-{surname(secret)}")))


def role_of_a_tag(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        roles = Dictionary({f"/{surname(secret)}": Name.P})
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=roles))

    return made(folder, add)


def tip_of_a_field(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        field = Dictionary(FT=Name.Tx, T=String("a"), TU=String(secret))
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))

    return made(folder, add)


def choices_of_a_field(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        options = Array([Array([String("1"), String(secret)]), String("x")])
        field = Dictionary(FT=Name.Ch, T=String("a"), Opt=options)
        pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))

    return made(folder, add)


def form_in_xml(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        form = Stream(pdf, f"<xdp><who>{surname(secret)[:5]}<b/>{surname(secret)[5:]}</who></xdp>".encode())
        pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_indirect(form))

    return made(folder, add)


def letter_by_letter_in_page_labels(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        labels = Array([])
        for n, letter in enumerate(surname(secret)):
            labels.extend([n, Dictionary(P=String(letter))])
        pdf.Root.PageLabels = Dictionary(Nums=labels)

    return made(folder, add)


def letter_by_letter_in_the_outline(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(letter, 0) for letter in surname(secret))

    return made(folder, add)


def three_filters(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        packed = a85encode(zlib.compress(zlib.compress(secret.encode()))) + b"~>"
        filters = Array([Name.ASCII85Decode, Name.FlateDecode, Name.FlateDecode])
        pdf.Root.Extra = pdf.make_indirect(Stream(pdf, packed, Filter=filters))

    return made(folder, add)


def glyph_that_draws_text(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        glyph = Stream(pdf, f"500 0 d0 BT /F1 1 Tf ({secret}) Tj ET".encode())
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 9, 9]),
            FontMatrix=Array([1, 0, 0, 1, 0, 0]),
            CharProcs=Dictionary(a=pdf.make_indirect(glyph)), FirstChar=97, LastChar=97, Widths=Array([500]),
            Encoding=Dictionary(Differences=Array([97, Name.a])),
            Resources=Dictionary(Font=pdf.pages[0].obj.Resources.Font),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font.F3 = pdf.make_indirect(font)

    return made(folder, add, b"BT /F3 11 Tf 40 700 Td (a) Tj ET")


def script_of_the_file(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        first, second = surname(secret)[:6], surname(secret)[6:]
        action = Dictionary(S=Name.JavaScript, JS=String(f"var a = '{first}' + '{second}';"))
        pdf.Root.OpenAction = pdf.make_indirect(action)

    return made(folder, add)


def file_it_goes_to(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        action = Dictionary(S=Name.GoToR, F=String(f"../{secret}/notes.pdf"), D=Array([0, Name.Fit]))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return made(folder, add)


def thread_of_articles(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        pdf.Root.Threads = Array([pdf.make_indirect(Dictionary(I=Dictionary(Title=String(secret))))])

    return made(folder, add)


def signer(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        held = b"0\x82\x01\x01" + bytes(20) + b"\x0c\x13" + secret.encode() + bytes(40)
        signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String(held))
        pdf.Root.Perms = Dictionary(DocMDP=pdf.make_indirect(signature))

    return made(folder, add)


def spread_over_two_forms(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        forms = Dictionary()
        for name, half in (("/X1", surname(secret)[:6]), ("/X2", surname(secret)[6:])):
            form = Stream(pdf, f"BT /F1 11 Tf 0 0 Td ({half}) Tj ET".encode())
            form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 90, 20])
            form.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
            forms[name] = pdf.make_indirect(form)
        pdf.pages[0].obj.Resources.XObject = forms

    return made(folder, add, b"q 1 0 0 1 40 700 cm /X1 Do Q q 1 0 0 1 75 700 cm /X2 Do Q")


def two_codings_in_a_word(secret: str, folder: Path) -> Path:
    def add(pdf: Pdf) -> None:
        codes = Array([1, *(Name(f"/{letter}") for letter in surname(secret)[4:])])
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        font.Encoding = Dictionary(Differences=codes)
        pdf.pages[0].obj.Resources.Font.F2 = pdf.make_indirect(font)

    rest = bytes(range(1, len(surname(secret)[4:]) + 1)).hex()
    return made(
        folder, add, f"BT /F1 11 Tf 40 700 Td ({surname(secret)[:4]}) Tj /F2 11 Tf <{rest}> Tj ET".encode()
    )


def letters_in_the_spaces_of_a_line(secret: str, folder: Path) -> Path:
    """The letters are the distances by which the signs of another line are moved."""
    moved = " ".join(f"(x) -{ord(letter)}" for letter in surname(secret))
    return drawn(folder, f"BT /F1 11 Tf 40 700 Td [{moved}] TJ ET")


def row_of_letters_each_in_its_own_place_in_line(secret: str, folder: Path) -> Path:
    drawing = "".join(
        f"q 1 0 0 1 {40 + 9 * n} 500 cm BT /F1 11 Tf ({one}) Tj ET Q "
        for n, one in enumerate(surname(secret))
    )
    return drawn(folder, drawing)


def letters_down_the_margin(secret: str, folder: Path) -> Path:
    lines = "".join(
        f"BT /F1 11 Tf 40 {700 - 14 * n} Td ({one}) Tj 60 0 Td (line {n} of the text) Tj ET "
        for n, one in enumerate(surname(secret))
    )
    return drawn(folder, lines)


def first_letters_of_lines(secret: str, folder: Path) -> Path:
    words = "".join(
        f"BT /F1 11 Tf 40 {700 - 14 * n} Td ({one}any were asked) Tj ET "
        for n, one in enumerate(surname(secret))
    )
    return drawn(folder, words)


def name_of_what_is_marked(secret: str, folder: Path) -> Path:
    return drawn(folder, f"/{surname(secret)} BMC EMC")


def object_in_a_stream_of_objects_that_nothing_uses(secret: str, folder: Path) -> Path:
    path = drawn(folder, "")
    inner = f"({secret})".encode()
    packed = zlib.compress(b"99 0 " + inner)
    keys = b"/Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d" % len(packed)
    loose = b"98 0 obj<<%s>>stream\n%s\nendstream endobj\n" % (keys, packed)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"startxref", loose + b"startxref", 1))
    return path
