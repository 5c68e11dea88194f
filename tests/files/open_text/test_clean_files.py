"""Clean files of several writers pass, though the register is full of plain words."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from candour.domain.leaks import Finder, read
from candour.files.open_text.reading import read_file
from tests.canaries import pdf_channels, word_channels
from tests.canaries.secret import CLEAN

PEOPLE = (
    "Georgia Strong", "Shruti Page", "Latha Brown", "Violet Green", "Ruby White", "Max Black", "Ann Lee",
    "Asher Norman", "Theo Newman", "Pat Goodchild", "Art Hurst", "Ida Inman", "Anita Byron", "Calista Field",
)  # fmt: skip
SHAPE = {
    "people": [{"name": name} for name in PEOPLE],
    "dates": ["1999-07-14"],
    "numbers": ["943 476 5919"],
    "addresses": ["14 Larkspur Crescent, Brentham, QX4 7ZD"],
}
FINDER = Finder(read(SHAPE))
PAGE = f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>Open report</title><style>
body {{ font-family: Georgia, serif; color: green; white-space: normal }} .page {{ background: white }}
</style></head><body class=page id=field><h1>Review</h1><p>{CLEAN}</p>
<svg><rect fill=black /></svg>
<a href=#field>As her mother said, a good child.</a></body></html>"""


def python_docx() -> bytes:
    document = docx.Document()
    document.add_heading("Review of an invented case", 1)
    document.add_paragraph(CLEAN, style="List Bullet")
    document.add_table(2, 2, style="Light Grid Accent 1").cell(0, 0).text = "Health"
    document.sections[0].header.paragraphs[0].text = "Open report"
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def pdf_by_hand() -> bytes:
    made, places = b"%PDF-1.4\n", []
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Resources<<>>>>"
    for thing in (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (len(places), thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 4\n0000000000 65535 f \n" + table + end


SCRIPTED = PAGE.replace("<svg>", "<script>const max = 3; window.page = max;</script><svg>")
ODD = {
    "page with a script": SCRIPTED.encode(),
    "pdf saved twice": pdf_channels.saved_over(pdf_channels.classic(pdf_channels.new())),
}
FILES = {
    "text": CLEAN.encode() * 20,
    "windows text": f"{CLEAN} – “quoted” £5".encode("cp1252"),
    "page": PAGE.encode(),
    "docx of python-docx": python_docx(),
    "docx by hand": word_channels.clean(),
    "pdf of pikepdf": pdf_channels.clean(),
    "pdf in plain objects": pdf_channels.classic(pdf_channels.new()),
    "pdf for the web": pdf_channels.saved(pdf_channels.new(), linearize=True),
    "pdf by hand": pdf_by_hand(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_clean_file_is_clean(name: str) -> None:
    opened = read_file("report", FILES[name])

    assert opened.cannot == []
    assert FINDER.find(opened.pieces) == []


@pytest.mark.parametrize("name", ODD)
def test_a_clean_file_with_more_than_it_needs_is_clean_and_warned_of(name: str) -> None:
    opened = read_file("report", ODD[name])

    assert opened.cannot == []
    assert opened.warnings != []
    assert FINDER.find(opened.pieces) == []


@pytest.mark.parametrize("name", FILES)
def test_a_clean_file_raises_no_warning(name: str) -> None:
    assert read_file("report", FILES[name]).warnings == []


def test_a_zip_bomb_is_unread_and_not_unpacked() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", bytes(60 * 2**20))

    assert read_file("bomb.docx", packed.getvalue()).cannot != []


def test_a_pdf_bomb_is_unread_and_not_unpacked() -> None:
    from candour.files.open_text import pdf

    content = pdf_channels.rooted("/Extra", lambda made: made.make_stream(bytes(3 * 2**20)))
    most, pdf._MOST = pdf._MOST, 2**20
    try:
        opened = read_file("bomb.pdf", content)
    finally:
        pdf._MOST = most

    assert "unpack" in opened.cannot[0].why
