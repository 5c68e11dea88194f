"""Every object of a PDF: its strings, its names, its streams, whether or not a page shows them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from candour.domain.leaks import BARRIER, BY_CHANCE, Piece
from candour.domain.leaks.byte_texts import printable, texts_of
from candour.files.encodings import NotText, decode
from candour.files.open_text.data_addresses import read_nested
from candour.files.open_text.markup import MarkupReader
from candour.files.open_text.opened import OpenFile, is_picture, name_of
from candour.files.open_text.pdf_content import is_content, read_content_stream
from candour.files.open_text.pdf_words import is_format_name

_TAG = re.compile(r"<[a-zA-Z/][^<>]{0,500}>")
_LANGUAGE = re.compile("\x1b[A-Za-z]{2,5}\x1b")
"""The name of a language in the midst of a string, which no reader shows."""
_PLACES = {
    "/Contents": "the words of an annotation",
    "/Alt": "alternative text",
    "/ActualText": "replacement text",
    "/E": "the spelling-out of an abbreviation",
    "/V": "the value of a form field",
    "/DV": "the first value of a form field",
    "/TU": "the hint of a form field",
    "/T": "a title or the name of a form field",
    "/URI": "the address of a link",
    "/JS": "a script",
    "/Dests": "a named destination",
    "/P": "the prefix of a page label",
    "/UF": "the name of an attached file",
    "/F": "the name of a file",
    "/Desc": "the description of a file",
}
_SECRET_KEYS = ("/ID", "/O", "/U", "/OE", "/UE", "/Perms")
_LOUD = {"/3D": "a 3D model", "/Sound": "a sound", "/Movie": "a film", "/RichMedia": "an embedded medium"}
_SHORT = 2
_LARGE = 10**8
"""Larger than any length, place or size in a file."""
_FONT_KEYS = ("/FontFile", "/FontFile2", "/FontFile3")


def read_objects(pdf: pikepdf.Pdf, found: OpenFile) -> None:
    """Each object under its number. Embedded files are read if they can be, and told in any case."""
    _read_strings(pdf, found)
    _read_outline(pdf, found)
    fonts = {one.objgen for thing in pdf.objects for one in _font_files(thing)}
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            _read_stream(thing, f"object {thing.objgen[0]}", found, is_font=thing.objgen in fonts)


def _read_strings(pdf: pikepdf.Pdf, found: OpenFile) -> None:
    """All of the file as one flow, for speed: they have nothing to do with each other."""
    said = set[tuple[str, str]]()
    marked_up = list[tuple[str, str]]()
    short = defaultdict[str, list[str]](list)
    kept = defaultdict[str, dict[tuple[str, str], None]](dict)
    properties = {one.objgen for one in (pdf.trailer.get("/Info"),) if one is not None}
    for thing in (*pdf.objects, pdf.trailer):
        where = f"object {thing.objgen[0]}" if thing.objgen[0] else "the trailer"
        for key, text in _strings(thing, ""):
            if 0 < len(text) <= _SHORT:
                short[key].append(text)
            if key in ("/V", "/DV"):
                kept[key][where, text] = None
            place = (
                f"document property {key[1:]}" if thing.objgen in properties else f"{where}, {_place(key)}"
            )
            if text and (place, text) not in said:
                found.add(Piece(place, text, BARRIER if said else None))
                said.add((place, text))
                if _TAG.search(text):
                    marked_up.append((place, text))
    for key in ("/V", "/DV"):
        together = "\t".join(text for _, text in kept[key])
        found.add(Piece(f"{_place(key)} and of those after it", together, net=True))
    for key, letters in short.items():
        for every in (1, 2):
            together = "".join(letters[::every])
            found.add(Piece(f"short strings of the PDF, together, {_place(key)}", together, net=True))
    for place, text in marked_up:
        MarkupReader(found.within(place)).read(text)


def _read_outline(pdf: pikepdf.Pdf, found: OpenFile) -> None:
    """The titles of the outline in the order in which they are shown."""
    titles, seen = list[str](), set[tuple[int, int]]()
    waiting = [pdf.Root.get("/Outlines")]
    while waiting:
        item = waiting.pop()
        if not isinstance(item, pikepdf.Dictionary) or (item.is_indirect and item.objgen in seen):
            continue
        seen.add(item.objgen)
        titles.append(str(item.get("/Title", "")))
        waiting += [item.get("/Next"), item.get("/First")]
    found.add(Piece("the outline", "\n".join(titles), net=True))


def _place(key: str) -> str:
    return _PLACES.get(key, "a string")


def _strings(thing: pikepdf.Object, key: str) -> Iterator[tuple[str, str]]:
    """The strings and names that stand in this object itself; what it refers to has its own turn."""
    match thing:
        case pikepdf.Dictionary() | pikepdf.Stream():
            for inner, value in (
                thing.items() if isinstance(thing, pikepdf.Dictionary) else thing.stream_dict.items()
            ):
                yield from _name(inner)
                if inner not in _SECRET_KEYS and not _has_own_turn(value):
                    yield from _strings(value, inner)
        case pikepdf.Array():
            together = [str(value) for value in thing if isinstance(value, pikepdf.String)]
            if len(together) > 1:
                yield key, "\n".join(together)
            for value in thing:
                if not _has_own_turn(value):
                    yield from _strings(value, key)
        case pikepdf.String():
            yield key, _LANGUAGE.sub("", str(thing))
            yield key, bytes(thing).decode("utf-8", "ignore")
        case pikepdf.Name():
            yield from _name(str(thing))
        case int() | Decimal() if thing > _LARGE:
            yield "a figure", f"{thing:f}"


def _has_own_turn(value: object) -> bool:
    """It is an object with a number, and not a plain figure that pikepdf gives as Python's own."""
    return isinstance(value, pikepdf.Object) and value.is_indirect


def _name(name: str) -> Iterator[tuple[str, str]]:
    if len(name) > 3 and not is_format_name(name[1:]):
        yield "a name", name[1:]


def _font_files(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if isinstance(thing, pikepdf.Dictionary):
        yield from (thing[key] for key in _FONT_KEYS if key in thing)


def _read_stream(stream: pikepdf.Stream, where: str, found: OpenFile, *, is_font: bool) -> None:
    kind, subtype = str(stream.get("/Type", "")), str(stream.get("/Subtype", ""))
    if subtype == "/Image":
        found.unread(where, bytes(stream.read_raw_bytes()), "an image", otherwise=_unpacked(stream))
        return
    if "/F" in stream:
        found.cannot_read(where, "what it holds is kept outside this file")
    try:
        content = bytes(stream.read_bytes())
    except pikepdf.PdfError:
        found.unread(where, bytes(stream.read_raw_bytes()), "a stream that could not be unpacked")
        return
    if kind == "/EmbeddedFile":
        found.unread(where, content, "an embedded file")
        read_nested(content, f"{where}, an embedded file", found)
    elif loud := _LOUD.get(kind) or _LOUD.get(subtype):
        found.unread(where, content, loud)
    elif is_font:
        found.add(Piece(where, printable(content), net=True, shortest=BY_CHANCE))
    elif is_content(content):
        read_content_stream(content, where, found)
    else:
        _read_other(content, where, found)


def _unpacked(stream: pikepdf.Stream) -> bytes | None:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return None


def _read_other(content: bytes, where: str, found: OpenFile) -> None:
    """Metadata, scripts, forms in XML, colour profiles, tables of letters."""
    if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \r\n\t").startswith(b"<"):
        try:
            MarkupReader(found.within(where)).read(decode(content))
            return
        except NotText:
            found.cannot_read(where, "its XML is in no encoding that we know")
    if is_picture(content) or name_of(content):
        found.unread(where, content)
    for reading in texts_of(content):
        found.add(Piece(where, reading.text, net=True, shortest=0 if reading.certain else BY_CHANCE))
