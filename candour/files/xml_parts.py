"""The parts of an Office file as XML, read so that they can reach nothing outside nor swell in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from candour.files.unreadable import Unreadable
from candour.files.zips import Archive

SMALL_PART = 32 * 2**20
"""Bytes of a part that lists styles or names; a chronology's own words stand in other parts."""
HUGE_TEXT = 4 * 2**20
TAGS = 13_000_000
"""The most tags of a part that is only looked through."""
_KEPT_TAGS = 800_000
"""The most tags of a row or paragraph with all that stands round it; in memory they take some 300 MB."""
_EVENTS = 600_000
"""Beginnings and ends of rows and paragraphs: some four seconds of work, or 5,000 pages."""
_BITE = 4096


def parsed(archive: Archive, name: str) -> etree._Element:
    """A small part, as a tree."""
    content = b"".join(guarded(archive.pieces(name), _KEPT_TAGS))
    if len(content) > SMALL_PART:
        raise Unreadable("is damaged: the list of its styles is larger than any real one")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as broken:
        raise _unsound(broken) from broken
    _refuse_dtd(root)
    return root


def root_attributes(archive: Archive, name: str) -> dict[str, str]:
    """Of the part's first element, as a parser sees them, without reading the part to its end."""
    parser = etree.XMLPullParser(
        events=("start",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        for piece in guarded(archive.pieces(name), _KEPT_TAGS):
            for start in range(0, len(piece), _BITE):
                parser.feed(piece[start : start + _BITE])
                for _, element in _events(parser):
                    return {str(key): str(value) for key, value in element.items()}
    except etree.XMLSyntaxError as broken:
        raise _unsound(broken) from broken
    return {}


class Walk:
    """A large part, element by element: "start" and "end" of each with one of these tags.

    Whoever walks lets go of what has been read, so that the whole never stands in memory. The part is
    unpacked once before, so that a bomb is refused before its elements are walked one by one.
    """

    def __init__(self, archive: Archive, name: str, tags: Iterable[str]) -> None:
        self._archive, self._name, self._tags = archive, name, tuple(tags)
        self._fed = self._let_go = self._events = 0

    def __iter__(self) -> Iterator[tuple[str, etree._Element]]:
        for _ in guarded(self._archive.pieces(self._name)):
            continue
        parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=self._tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        try:
            yield from self._walked(parser)
            root = parser.close()
        except etree.XMLSyntaxError as broken:
            raise _unsound(broken) from broken
        yield from _events(parser)
        _refuse_dtd(root)

    def _walked(self, parser: etree.XMLPullParser) -> Iterator[tuple[str, etree._Element]]:
        for piece in guarded(self._archive.pieces(self._name)):
            self._fed += piece.count(b"<")
            if self._fed - self._let_go > _KEPT_TAGS:
                raise too_many_cells()
            parser.feed(piece)
            for event in _events(parser):
                self._events += 1
                if self._events > _EVENTS:
                    raise too_many_cells()
                yield event

    def let_go(self, element: etree._Element, *, outermost: bool) -> None:
        """Empty an element that has been read, and drop those before it; round an outermost one, too."""
        element.clear()
        parent = element.getparent()
        while parent is not None:
            while element.getprevious() is not None:
                del parent[0]
            if not outermost:
                return
            element, parent = parent, parent.getparent()
        self._let_go = self._fed


def _events(parser: etree.XMLPullParser) -> Iterator[tuple[str, etree._Element]]:
    for event, element in parser.read_events():
        if isinstance(element, etree._Element):
            yield event, element


def guarded(pieces: Iterable[bytes], most_tags: int = TAGS) -> Iterator[bytes]:
    """The same bytes, cut between tags. Raises Unreadable at a DTD, a huge text or too many tags."""
    rest, tags = b"", 0
    for piece in pieces:
        block = rest + piece
        cut = max(block.rfind(b"<"), 0)
        rest = block[cut:]
        tags += block.count(b"<", 0, cut)
        if tags > most_tags:
            raise too_many_cells()
        _refuse(block, rest)
        yield block[:cut]
    _refuse(rest, b"")
    yield rest


def _refuse(block: bytes, rest: bytes) -> None:
    if b"<!DOCTYPE" in block or b"<!ENTITY" in block:
        raise with_dtd()
    if len(rest) > HUGE_TEXT:
        raise huge_cell()


def _refuse_dtd(root: etree._Element) -> None:
    """Seen by the parser even where the part is written in an encoding that hides it from a search."""
    if root.getroottree().docinfo.internalDTD is not None:
        raise with_dtd()


def _unsound(broken: etree.XMLSyntaxError) -> Unreadable:
    words = str(broken).casefold()
    if "depth" in words:
        return Unreadable("is not safe to open: its parts are nested absurdly deep")
    if "huge" in words or "too long" in words:
        return huge_cell()
    return Unreadable("is damaged: one of its parts is not sound XML")


def too_many_cells() -> Unreadable:
    return Unreadable(
        "holds far more cells than a chronology does", do="Send only the table with the chronology."
    )


def with_dtd() -> Unreadable:
    return Unreadable(
        "is not safe to open: its XML defines entities of its own (a DTD), which Office files never do"
    )


def huge_cell(row: int | None = None, part: str = "") -> Unreadable:
    return Unreadable(
        "holds a cell of more than a million characters",
        do="Check that cell, and send the table again.",
        part=part,
        row=row,
    )


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
