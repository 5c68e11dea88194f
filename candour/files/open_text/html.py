"""A web page: the markup read as a browser would, and its source besides, as a net under it."""

from __future__ import annotations

import re

from candour.domain.leaks import Piece
from candour.files.encodings import NotText, decode
from candour.files.open_text.data_addresses import read_data_addresses
from candour.files.open_text.fonts import without_fonts
from candour.files.open_text.keywords import MARKUP
from candour.files.open_text.markup import MarkupReader
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.txt import add_packed

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_\-]+)""", re.I)


def read(content: bytes, found: OpenFile) -> None:
    """A page that names another encoding than the one it seems to have is read in both."""
    try:
        texts = [decode(content)]
    except NotText as why:
        found.cannot_read("the file", f"{why}")
        return
    if (named := _as_named(content)) is not None and named not in texts:
        texts.append(named)
    for text in texts:
        MarkupReader(found).read(text)
        read_source(text, found)


def read_source(text: str, found: OpenFile) -> None:
    """The source, line by line, files in data: addresses taken out as they are read elsewhere."""
    quiet = OpenFile(found.file, found.sha256, depth=found.depth + 10)
    bare = without_fonts(read_data_addresses(text, "the source", quiet))
    for number, line in enumerate(re.split(r"\r\n?|\n", bare), 1):
        found.add(Piece(f"the source, line {number}", line, None if number == 1 else "\n", MARKUP, net=True))
    add_packed(bare, found)


def _as_named(content: bytes) -> str | None:
    """The text in the encoding that the page names, where that is one and differs from UTF-8."""
    match = _CHARSET.search(content[:4096])
    if match is None:
        return None
    try:
        return content.decode(match[1].decode("ascii"))
    except (LookupError, UnicodeError):
        return None
