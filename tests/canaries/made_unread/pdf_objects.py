"""What stands in a PDF beside its pages: names, labels, scripts, revisions, comments."""

from __future__ import annotations

import base64
import zlib
from itertools import pairwise
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.canaries.made_unread.building import box, kept, painted, pdf


def _with_tail(folder: Path, tail: bytes) -> Path:
    at = kept(pdf(), folder)
    at.write_bytes(at.read_bytes() + tail)
    return at


def name_as_an_escaped_key(secret: str, folder: Path) -> Path:
    """A key of the document's Info whose own name is the secret; the space is #20."""
    made = pdf()
    made.docinfo["/" + secret] = String("yes")
    return kept(made, folder)


def name_in_a_page_label(secret: str, folder: Path) -> Path:
    """The prefix of the page's number, which a reader shows in the bar of pages."""
    made = pdf()
    label = Dictionary(P=String(" ".join(secret) + " "), S=Name.D)
    made.Root.PageLabels = Dictionary(Nums=Array([0, label]))
    return kept(made, folder)


def name_of_a_destination(secret: str, folder: Path) -> Path:
    """A named destination, the words run together in lower case."""
    made = pdf()
    goal = Array([made.pages[0].obj, Name.Fit])
    dests = Dictionary(Names=Array([String(secret.replace(" ", "_").lower()), goal]))
    made.Root.Names = Dictionary(Dests=dests)
    return kept(made, folder)


def name_of_a_layer(secret: str, folder: Path) -> Path:
    """A layer that is switched off; its title, in the list of layers, is the secret in UTF-16."""
    made = pdf(b"/OC /L0 BDC " + painted("More", y=300) + b" EMC")
    title = String(b"\xfe\xff" + secret.encode("utf-16-be"))
    layer = made.make_indirect(Dictionary(Type=Name.OCG, Name=title))
    made.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    shown = Dictionary(OFF=Array([layer]), Order=Array([layer]))
    made.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=shown)
    return kept(made, folder)


def name_in_an_expansion(secret: str, folder: Path) -> Path:
    """The page shows MQ; the marked content's expansion /E says in full what the letters stand for."""
    full = (b"\xfe\xff" + secret.encode("utf-16-be")).hex()
    return kept(pdf(f"/Span << /E <{full}> >> BDC ".encode() + painted("MQ", y=280) + b" EMC"), folder)


def name_in_a_script_of_codes(secret: str, folder: Path) -> Path:
    """A script run on opening: String.fromCharCode of the letters."""
    made = pdf()
    codes = ",".join(str(ord(each)) for each in secret)
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"var who=String.fromCharCode({codes});"))
    return kept(made, folder)


def name_in_an_address_coded_twice(secret: str, folder: Path) -> Path:
    """A link whose address is URL-coded twice over, every letter of it."""
    made = pdf()
    coded = "".join(f"%25{ord(each):02X}" for each in secret)
    action = Dictionary(S=Name.URI, URI=String("https://example.org/?q=" + coded))
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box(0, 0, 9, 9), A=action)
    made.pages[0].obj.Annots = Array([made.make_indirect(link)])
    return kept(made, folder)


def name_as_a_font(secret: str, folder: Path) -> Path:
    """The embedded subset is called ABCDEF+ and the words run together, as a font made of a hand would be."""
    made = pdf(b"BT /F2 12 Tf 72 260 Td (More) Tj ET")
    joined = "ABCDEF+" + secret.replace(" ", "")
    made.pages[0].obj.Resources.Font["/F2"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + joined)
    )
    return kept(made, folder)


def name_in_the_data_of_a_form(secret: str, folder: Path) -> Path:
    """XFA data: forename and surname in two elements, letters as numbered entities."""
    made = pdf()
    first, last = ("".join(f"&#x{ord(each):x};" for each in part) for part in secret.split(" ", 1))
    space = "http://www.xfa.org/schema/xfa-data/1.0/"
    xml = f"<xfa:datasets xmlns:xfa='{space}'><a>{first}</a><b>{last}</b></xfa:datasets>"
    made.Root.AcroForm = Dictionary(
        Fields=Array([]), XFA=Array([String("datasets"), made.make_stream(xml.encode())])
    )
    return kept(made, folder)


def name_of_a_field_in_steps(secret: str, folder: Path) -> Path:
    """A field's full name is its parents' with stops between: one step a letter."""
    made = pdf()
    fields = [made.make_indirect(Dictionary(T=String(each))) for each in secret]
    for parent, child in pairwise(fields):
        parent.Kids, child.Parent = Array([child]), parent
    fields[-1].FT = Name.Tx
    made.Root.AcroForm = Dictionary(Fields=Array([fields[0]]))
    return kept(made, folder)


def name_in_an_older_revision(secret: str, folder: Path) -> Path:
    """The first saving showed it; an update put other words in place. The old bytes are still there."""
    at = kept(pdf(painted(secret, y=240)), folder, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    with pikepdf.open(at) as again:
        number, root = (each.objgen[0] for each in (again.pages[0].obj.Contents, again.trailer.Root))
        size = int(again.trailer.Size)
    held = at.read_bytes()
    previous = int(held[held.rindex(b"startxref") + 9 :].split()[0])
    content = painted("The plan was kept.", y=240)
    fresh = (
        f"{number} 0 obj\n<< /Length {len(content)} >>\nstream\n".encode()
        + content
        + b"\nendstream\nendobj\n"
    )
    table = f"xref\n{number} 1\n{len(held):010d} 00000 n \n"
    trailer = f"trailer\n<< /Size {size} /Root {root} 0 R /Prev {previous} >>\n"
    end = f"{table}{trailer}startxref\n{len(held) + len(fresh)}\n%%EOF\n"
    at.write_bytes(held + fresh + end.encode())
    return at


def name_in_an_orphan(secret: str, folder: Path) -> Path:
    """An object nobody refers to, not even the table of objects: a packed stream after the first end."""
    held = kept(pdf(), folder).read_bytes()
    packed = zlib.compress(f"<< /Was ({secret}) >>".encode())
    head = f"9999 0 obj\n<< /Length {len(packed)} /Filter /FlateDecode >>\nstream\n".encode()
    end = f"startxref\n{int(held[held.rindex(b'startxref') + 9 :].split()[0])}\n%%EOF\n"
    return _with_tail(folder, head + packed + b"\nendstream\nendobj\n" + end.encode())


def name_in_a_comment(secret: str, folder: Path) -> Path:
    """A comment line after the end, in base64 without its padding."""
    return _with_tail(folder, b"% " + base64.b64encode(b"about " + secret.encode()).rstrip(b"=") + b"\n")


def day_as_a_stamp(secret: str, folder: Path) -> Path:
    """A note's time of last change, as PDF writes times: D:YYYYMMDD.."""
    made = pdf()
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Rect=box(0, 0, 9, 9),
        M=String("D:" + secret.replace("-", "") + "090000Z"),
    )
    made.pages[0].obj.Annots = Array([made.make_indirect(note)])
    return kept(made, folder)
