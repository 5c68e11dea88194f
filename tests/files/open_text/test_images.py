"""No pixel is read: an image passes when a person has looked at it, and its words are read even then."""

from __future__ import annotations

import base64
import io
from hashlib import sha256

import docx
import pikepdf
from PIL import Image

from candour.domain.leaks import Finder, Register, SeenImage
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.reading import read_file
from tests.canaries import pdf_channels
from tests.canaries.made_first.pictures import jpeg, png
from tests.canaries.secret import NAME, REGISTER

DRAWN = b"q 9 0 0 9 9 9 cm /I1 Do Q"


def seal(content: bytes) -> frozenset[str]:
    return frozenset([sha256(content).hexdigest()])


def with_picture(content: bytes) -> bytes:
    document = docx.Document()
    document.add_picture(io.BytesIO(content))
    document.save(packed := io.BytesIO())
    return packed.getvalue()


def pdf_with_image(pixels: bytes) -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        image = pdf_channels.image(pdf)
        image.write(pixels)
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(I1=pdf.make_indirect(image))
        pdf.pages[0].contents_add(pikepdf.Stream(pdf, DRAWN))

    return pdf_channels.changed(add)


def stored(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return bytes(opened.pages[0].obj.Resources.XObject.I1.read_raw_bytes())


def opened(name: str, content: bytes, seen: frozenset[str] = frozenset()) -> OpenFile:
    return read_file(name, content, seen)


def test_an_image_nobody_has_looked_at_cannot_be_checked() -> None:
    files = {
        "a.docx": with_picture(png()),
        "a.pdf": pdf_with_image(bytes(12)),
        "a.html": b"<html><img src='data:image/png;base64," + base64.b64encode(png()) + b"'>",
        "a.png": png(),
    }

    assert [name for name, content in files.items() if not opened(name, content).cannot] == []


def test_an_image_that_somebody_has_looked_at_passes() -> None:
    page = b"<html><img src='data:image/png;base64," + base64.b64encode(png()) + b"'>"

    assert opened("a.docx", with_picture(png()), seal(png())).cannot == []
    assert opened("a.html", page, seal(png())).cannot == []
    assert opened("a.png", png(), seal(png())).cannot == []


def test_in_a_pdf_the_hash_of_the_stream_as_stored_or_as_unpacked_will_do() -> None:
    pixels = bytes(range(12))
    file = pdf_with_image(pixels)

    assert opened("a.pdf", file, seal(stored(file))).cannot == []
    assert opened("a.pdf", file, seal(pixels)).cannot == []
    assert stored(file) != pixels


def test_an_image_says_who_took_it_though_it_has_been_looked_at() -> None:
    picture = jpeg(NAME)
    read = opened("a.docx", with_picture(picture), seal(picture))

    assert read.cannot == []
    assert Finder(REGISTER).find(read.pieces) != []
    assert any("nobody sees" in warning for warning in read.warnings)


def test_the_place_where_an_image_was_taken_is_warned_of() -> None:
    image = Image.new("RGB", (2, 2))
    about = image.getexif()
    about.get_ifd(0x8825)[1] = "N"
    image.save(packed := io.BytesIO(), "JPEG", exif=about)

    assert any("the place where" in one for one in opened("a.jpg", packed.getvalue()).warnings)


def test_an_image_looked_at_by_nobody_on_no_day_is_not_seen() -> None:
    content = png()
    register = Register(seen_images=(SeenImage(sha256(content).hexdigest()),))

    assert opened("a.png", content, register.seen).cannot != []


def test_an_image_that_is_cut_off_anywhere_is_no_error() -> None:
    for content in (png(Author=NAME), jpeg(NAME, b"x")):
        read = [opened("a", content[:end]) for end in range(9, len(content), 7)]
        assert [one for one in read if not one.cannot] == []
