"""Leak channels of images: what they say beside their picture, in each kind of file that holds them."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import docx
import xlsxwriter
from PIL import Image, PngImagePlugin

from tests.canaries.made_first import pages, portable


def png(**texts: str) -> bytes:
    about = PngImagePlugin.PngInfo()
    for key, text in texts.items():
        about.add_text(key, text, zip=True)
    Image.new("RGB", (4, 4), "grey").save(packed := io.BytesIO(), "PNG", pnginfo=about)
    return packed.getvalue()


def jpeg(artist: str = "", comment: bytes = b"") -> bytes:
    picture = Image.new("RGB", (4, 4), "grey")
    about = picture.getexif()
    about[0x9C9D] = artist.encode("utf-16-le")
    picture.save(packed := io.BytesIO(), "JPEG", exif=about, comment=comment)
    return packed.getvalue()


def author_of_a_picture_in_a_document(secret: str, folder: Path) -> Path:
    document = docx.Document()
    document.add_picture(io.BytesIO(png(Author=secret)))
    document.save(path := folder / "a.docx")
    return path


def author_of_a_picture_in_a_workbook(secret: str, folder: Path) -> Path:
    with xlsxwriter.Workbook(path := folder / "a.xlsx") as book:
        book.add_worksheet().insert_image("A1", "x.jpg", {"image_data": io.BytesIO(jpeg(secret))})
    return path


def comment_of_a_picture_in_a_page(secret: str, folder: Path) -> Path:
    Image.new("P", (4, 4)).save(packed := io.BytesIO(), "GIF", comment=secret.encode())
    coded = base64.b64encode(packed.getvalue()).decode()
    return pages.page(folder, f"<img alt='' src='data:image/gif;base64,{coded}'>")


def comment_of_a_picture_in_a_pdf(secret: str, folder: Path) -> Path:
    def add(pdf: portable.Pdf) -> None:
        picture = portable.Stream(pdf, jpeg(comment=secret.encode()), Filter=portable.Name.DCTDecode)
        picture.Type, picture.Subtype = portable.Name.XObject, portable.Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 4, 4, 8
        picture["/ColorSpace"] = portable.Name.DeviceRGB
        pdf.pages[0].obj.Resources.XObject = portable.Dictionary(I1=pdf.make_indirect(picture))

    return portable.made(folder, add, b"q 40 0 0 40 40 600 cm /I1 Do Q")


def words_after_the_end_of_a_picture(secret: str, folder: Path) -> Path:
    path = folder / "a.png"
    path.write_bytes(png() + base64.b64encode(secret.encode()))
    return path


def day_it_was_taken(secret: str, folder: Path) -> Path:
    picture = Image.new("RGB", (4, 4), "grey")
    about = picture.getexif()
    about.get_ifd(0x8769)[0x9003] = f"{secret.replace('-', ':')} 09:30:00"
    picture.save(path := folder / "a.jpg", exif=about)
    return path
