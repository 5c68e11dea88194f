"""Papers as they come: hostile PDFs are made harmless or told, files of rows keep their words and places."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from candour.files.hearing.bundle_pdf import bundle_pdf
from candour.files.hearing.contents import Bundle, Grid, NotTaken, Pages, Paper, Passage, Tab, Written
from candour.files.hearing.flattened import taken_in
from candour.files.hearing.from_files import body_of_file
from tests.files.hearing.sent import many_pages
from tests.hostile.made_pdfs import (
    bomb_of_bombs,
    form_in_itself,
    forms_in_forms,
    page_with,
    pages_in_a_ring,
    pages_within_pages,
    pdf,
    stream,
)

ARMED = ("/JavaScript", "/JS", "/EmbeddedFile", "/Launch", "/AcroForm", "/AA", "/OpenAction", "/Metadata")


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(many_pages(1))) as one:
        one.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    return out.getvalue()


def armed() -> bytes:
    """A script that runs by itself, a file attached, a note, metadata, and an answer filled into a form."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(many_pages(1))) as one:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('Quillwort')"))
        one.Root.OpenAction = script
        one.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["a", script]))
        one.attachments["secret.txt"] = b"Quillwort"
        with one.open_metadata() as about:
            about["dc:title"] = "Quillwort"
        look = one.make_stream(b"BT /F 12 Tf 2 2 Td (Filled in) Tj ET")
        look.stream_dict.Type, look.stream_dict.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        look.stream_dict.BBox = [0, 0, 200, 20]
        look.stream_dict.Resources = one.pages[0].Resources
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="a", V="Filled in",
            Rect=[100, 300, 300, 320], F=4, AP=pikepdf.Dictionary(N=look),
            AA=pikepdf.Dictionary(K=script),
        )  # fmt: skip
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents="Quillwort", Rect=[0, 0, 9, 9]
        )
        one.pages[0].Annots = one.make_indirect([one.make_indirect(field), one.make_indirect(note)])
        one.Root.AcroForm = pikepdf.Dictionary(Fields=[one.pages[0].Annots[0]])
        one.save(out)
    return out.getvalue()


def bundled(*bodies) -> tuple[bytes, list[str]]:  # type: ignore[no-untyped-def]
    papers = tuple(Paper(f"Paper {n}", body) for n, body in enumerate(bodies, 1))
    made = bundle_pdf(Bundle("A review", "2014/003", "A day", True, "A", "Copy 1", True, (Tab("T", papers),)))
    document = pypdfium2.PdfDocument(made.content)
    return made.content, [page.get_textpage().get_text_bounded() for page in document]


def test_what_runs_opens_or_tells_goes_and_what_is_seen_stays() -> None:
    body = taken_in(armed())
    content, texts = bundled(body)

    assert body == taken_in(armed())
    assert isinstance(body, Pages)
    assert {"attached files", "scripts", "things that run by themselves"} <= {*body.left_out}
    assert "Sent page 1" in texts[2]
    assert "Filled in" in texts[2]
    assert "Left out: attached files." in texts[1]
    with pikepdf.open(io.BytesIO(content)) as read:
        written = b"\n".join(
            one.unparse() + (one.read_bytes() if isinstance(one, pikepdf.Stream) else b"")
            for one in read.objects
            if not (isinstance(one, pikepdf.Stream) and str(one.get("/Subtype")) == "/XML")
        ).decode("latin-1")
        kinds = {str(note.Subtype) for page in read.pages for note in page.get("/Annots", [])}
    assert kinds == {"/Link"}
    assert "Quillwort" not in written
    assert [one for one in ARMED if f"{one} " in written and one != "/Metadata"] == []


def test_layers_switched_off_are_told_also_where_the_file_says_at_which_page_it_opens() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(many_pages(1))) as one:
        layer = one.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="a"))
        one.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
        one.Root.OpenAction = [one.pages[0].obj, pikepdf.Name.Fit]
        one.save(out)
    body = taken_in(out.getvalue())

    assert isinstance(body, Pages)
    assert body.left_out == ("layers that were switched off: here they are seen",)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (locked(), "it is locked with a password"),
        (b"%PDF-1.7\nnothing that is one", "it is damaged and cannot be opened as a PDF"),
        (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "it has no page"),
    ],
)
def test_a_pdf_that_cannot_be_opened_is_told(content: bytes, why: str) -> None:
    assert taken_in(content) == NotTaken(why)


@pytest.mark.parametrize(
    "box",
    [b"[0 0 595 0]", b"[0 0 900000 900000]", b"[(a) (b) 1 2]"],
)
def test_a_page_without_a_size_is_told_and_the_others_stay(box: bytes) -> None:
    first = many_pages(1, more=b"/MediaBox%s" % box)
    with pikepdf.open(io.BytesIO(first)) as one, pikepdf.open(io.BytesIO(many_pages(1))) as two:
        one.pages.append(two.pages[0])
        both = io.BytesIO()
        one.save(both)
    body = taken_in(both.getvalue())

    assert isinstance(body, Pages)
    _, texts = bundled(body)
    assert len(texts) == 4
    if body.sheets[0].fault:
        assert "could not be taken in. See the original." in texts[1]
        assert "is not in the bundle" in texts[2]
    assert "Sent page 1" in texts[3]


@pytest.mark.parametrize(("turn", "wide"), [(90, True), (180, False), (-90, True)])
def test_a_turned_page_is_taken_in_as_it_is_read(turn: int, wide: bool) -> None:
    body = taken_in(many_pages(1, more=b"/Rotate %d" % turn))

    assert isinstance(body, Pages)
    assert body.sheets[0].is_wide is wide
    content, texts = bundled(body)
    assert "Sent page 1" in texts[2]
    page = pypdfium2.PdfDocument(content)[2]
    assert (page.get_width() > page.get_height()) is wide


@pytest.mark.parametrize(
    "content",
    [
        page_with(b"<</Length 3>>\nstream\nq q\nendstream"),
        form_in_itself(),
        forms_in_forms(9),
        pages_in_a_ring(),
        pages_within_pages(200),
        many_pages(1)[:-400],
    ],
)
def test_a_broken_pdf_neither_stops_the_bundle_nor_vanishes(content: bytes) -> None:
    body = taken_in(content)

    _, texts = bundled(body, Written((Passage("Sound."),)))
    assert isinstance(body, Pages) or body.why in texts[1]
    assert "Sound." in texts[-1]


@pytest.mark.slow
def test_a_pdf_that_swells_without_end_is_kept_within_bounds() -> None:
    assert isinstance(taken_in(bomb_of_bombs()), Pages | NotTaken)


def test_many_pages_of_one_drawing_are_told_as_too_many() -> None:
    kids = b"3 0 R " * 2001
    content = pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count 2001>>" % kids,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            stream(b"q Q"),
        ]
    )
    assert taken_in(content) == NotTaken("it has more than 2000 pages")


def test_rows_keep_their_words_and_their_place() -> None:
    csv = b"Date,Event,Action\n3 June 2014,Seen at home,None\n,,\n4 June 2014,=SUM(A1),Told GP\n"

    assert body_of_file("a.csv", csv) == Written(
        (
            Grid(
                ("Row", "Date", "Event", "Action"),
                (("2", "3 June 2014", "Seen at home", "None"), ("4", "4 June 2014", "=SUM(A1)", "Told GP")),
            ),
        )
    )


def test_rows_above_the_heading_stand_above_the_table() -> None:
    body = body_of_file("a.csv", b"Agency:,Fenshire Police\nDate,Event\n3 June 2014,Seen at home\n")

    assert isinstance(body, Written)
    assert body.blocks[0] == Passage("Agency: | Fenshire Police", "1")
    assert body.blocks[1] == Grid(("Row", "Date", "Event"), (("3", "3 June 2014", "Seen at home"),))


def test_wide_rows_stand_cell_under_cell() -> None:
    heads = ",".join(["Date", "Event", *(f"Column {n}" for n in range(9))])
    body = body_of_file("a.csv", f"{heads}\n3 June 2014,Seen,{','.join('abcdefghi')}\n".encode())

    assert isinstance(body, Written)
    (one,) = body.blocks
    assert isinstance(one, Grid)
    assert one.called == "Row 2"
    assert one.rows[:3] == (("Date", "3 June 2014"), ("Event", "Seen"), ("Column 0", "a"))


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.gif", b"GIF89a\x01", "only PNG and JPEG"),
        ("a.csv", b"", "is empty"),
        ("a.xlsx", b"PK\x03\x04 broken", "damaged"),
        ("a.msg", b"\x01\x02\x03\xff\xfe\x00", "kind"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_reason(name: str, content: bytes, why: str) -> None:
    body = body_of_file(name, content)

    assert isinstance(body, NotTaken)
    assert why in body.why
    assert "See the original" not in body.why
