"""Which fonts of a PDF draw letters without telling which letters they are?"""

from __future__ import annotations

import re

import pikepdf

from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_shape import dictionaries_in

_BY_SHAPE_ONLY = re.compile(r"/(?:g|G|c|C|cid|CID|glyph|index|a|i|H|x|X)_?[0-9A-Fa-f]{1,5}")
_WHY = "it is a font that does not tell what its letters are, so no reader can know what was written with it"


def read_fonts(pdf: pikepdf.Pdf, found: OpenFile) -> None:
    """Text in such a font shows on paper and is nowhere in the file as text."""
    for thing in pdf.objects:
        fonts = [one for one in dictionaries_in(thing) if str(one.get("/Type", "")) == "/Font"]
        if any(_tells_no_letters(one) for one in fonts):
            found.cannot_read(f"object {thing.objgen[0]}", _WHY)


def _tells_no_letters(font: pikepdf.Dictionary) -> bool:
    return "/ToUnicode" not in font and (_has_glyph_numbers_only(font) or _has_own_glyph_names(font))


def _has_glyph_numbers_only(font: pikepdf.Dictionary) -> bool:
    if str(font.get("/Subtype", "")) != "/Type0":
        return False
    encoding = font.get("/Encoding", "")
    if not isinstance(encoding, pikepdf.Name) or not str(encoding).startswith("/Identity"):
        return isinstance(encoding, pikepdf.Stream)
    orders = [_order(one) for one in font.get("/DescendantFonts", pikepdf.Array())]
    return not orders or any(order in ("Identity", "UCS", "") for order in orders)


def _order(descendant: pikepdf.Object) -> str:
    about = descendant.get("/CIDSystemInfo")
    return str(about.get("/Ordering", "")) if isinstance(about, pikepdf.Dictionary) else ""


def _has_own_glyph_names(font: pikepdf.Dictionary) -> bool:
    none = pikepdf.Array()
    encoding = font.get("/Encoding")
    names = encoding.get("/Differences", none) if isinstance(encoding, pikepdf.Dictionary) else none
    own = [str(name) for name in names if isinstance(name, pikepdf.Name)]
    strange = [name for name in own if _BY_SHAPE_ONLY.fullmatch(name)]
    return len(strange) >= 3 or (str(font.get("/Subtype", "")) == "/Type3" and not own)
