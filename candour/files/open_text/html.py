"""A web page: the markup read as a browser would, and its source besides, as a net under it."""

from __future__ import annotations

import re

from candour.domain.leaks import Piece
from candour.files.encodings import NotText, decode
from candour.files.open_text.data_addresses import read_data_addresses
from candour.files.open_text.fonts import without_fonts
from candour.files.open_text.keywords import MARKUP
from candour.files.open_text.markup import INLINE, MarkupReader
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.page_shape import ShapeReader
from candour.files.open_text.txt import add_packed

_ENTITY = re.compile(r"""<!ENTITY\s+([\w.\-]+)\s+("[^"]*"|'[^']*')""")
_MOST = 200
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})(?:\s[^<>]*)?>", re.I)
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
        ShapeReader(found).feed(text)
        if (meant := _with_own_entities(text)) != text:
            found.cannot_read("the file", "it defines entities of its own, which no web page needs")
            MarkupReader(found).read(meant)
        read_source(text, found)


def read_source(text: str, found: OpenFile) -> None:
    """The source, line by line, files in data: addresses taken out as they are read elsewhere."""
    quiet = OpenFile(found.file, found.sha256, depth=found.depth + 10)
    bare = without_fonts(read_data_addresses(text, "the source", quiet))
    for number, line in enumerate(re.split(r"\r\n?|\n", bare), 1):
        found.add(
            Piece(
                f"the source, line {number}",
                _tags_last(line),
                None if number == 1 else "\n",
                MARKUP,
                net=True,
            )
        )
    add_packed(bare, found)


def _with_own_entities(text: str) -> str:
    """The text with the entities put in that its own document type declares, three deep."""
    own = {match[1]: match[2][1:-1] for match in _ENTITY.finditer(text)}
    for _ in range(3 if own else 0):
        text = re.sub(r"&([\w.\-]+);", lambda match: own.get(match[1], match[0])[:_MOST], text)
    return text


def _tags_last(line: str) -> str:
    """What stands around inline tags belongs together: "<b>Park</b> Street" is "Park Street"."""
    tags = _INLINE_TAG.findall(line)
    return f"{_INLINE_TAG.sub('', line)} {' '.join(tags)}" if tags else line


def _as_named(content: bytes) -> str | None:
    """The text in the encoding that the page names, where that is one and differs from UTF-8."""
    match = _CHARSET.search(content[:4096])
    if match is None:
        return None
    try:
        return content.decode(match[1].decode("ascii"))
    except (LookupError, UnicodeError):
        return None
