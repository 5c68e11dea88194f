"""A Word document (docx, docm) as tables, each numbered as it begins, and the paragraphs outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from candour.domain.returns.mapping import find_heading
from candour.domain.returns.no_involvement import tells_of_none
from candour.domain.returns.tables import Table
from candour.domain.returns.unheaded import guess_heading
from candour.files.returns.docx_words import words
from candour.files.returns.sheet_rows import says_nothing
from candour.files.returns.sheet_xml import CELLS
from candour.files.returns.word_tables import NUMBER, WordTable
from candour.files.unreadable import Unreadable
from candour.files.xml_parts import Walk, local_name, parsed, too_many_cells
from candour.files.zips import Archive

_WORDS = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TAGS = (*(f"{space}{name}" for space in _WORDS for name in ("tbl", "tr", "p")), _FALLBACK)
_USUAL_PLACE = "word/document.xml"
_PAGE_HEADER = re.compile(r"word/header\d*\.xml")


def read_docx(content: bytes) -> tuple[tuple[Table, ...], tuple[str, ...]]:
    """Raises Unreadable for a document that is broken, unsafe, or without a table."""
    archive = Archive(content)
    reader = _read_part(archive, _main_part(archive))
    preamble = (*_page_headers(archive), *reader.preamble)
    if not reader.tables and not tells_of_none(preamble):
        raise Unreadable(
            "has no table", do="Put the chronology in a table with a row for each entry, and send it again."
        )
    inner = {one.number: one for one in reader.inner if _is_words(one.table())}
    return tuple(_outermost(reader.tables, inner)), preamble


def _is_words(table: Table) -> bool:
    return find_heading(table) is None and guess_heading(table) is None


def _outermost(tables: Sequence[WordTable], inner: Mapping[int, WordTable]) -> Iterator[Table]:
    """Every table but those that are words of the cell they stand in, as no inner chronology is."""
    taken: set[int] = set()
    for one in reversed(tables):  # the innermost first
        taken |= one.take_in(inner)
    return (one.table() for one in tables if one.number not in taken)


def _read_part(archive: Archive, name: str) -> _Reader:
    walk = Walk(archive, name, _TAGS)
    reader = _Reader(walk)
    for event, element in walk:
        reader.see(event, element)
    return reader


def _page_headers(archive: Archive) -> list[str]:
    """What stands at the head of the pages, each once: it often names the agency."""
    parts = sorted(name for name in archive.names if _PAGE_HEADER.fullmatch(name))
    said = [words for part in parts for words in _read_part(archive, part).preamble]
    return list(dict.fromkeys(said))


def _main_part(archive: Archive) -> str:
    """Nearly always word/document.xml; some programs number it."""
    links = parsed(archive, "_rels/.rels").iter("{*}Relationship") if "_rels/.rels" in archive else ()
    targets = [
        link.get("Target", "").lstrip("/")
        for link in links
        if link.get("Type", "").endswith("/officeDocument")
    ]
    part = next((one for one in targets if one in archive), _USUAL_PLACE)
    if part not in archive:
        raise Unreadable("is damaged: it has no text")
    return part


class _Reader:
    """Takes rows and paragraphs as they end, and lets go of them, so that the whole never fills memory.

    A row inside a cell ends before that cell's own row, and is gone when the outer row is read: a nested
    table is first read by itself, and leaves its number in its place.
    """

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self.tables: list[WordTable] = []
        self.inner: list[WordTable] = []
        self.preamble: list[str] = []
        self._open: list[WordTable] = []
        self._paragraphs = 0
        self._cells = 0
        self._skipping = 0

    def see(self, event: str, element: etree._Element) -> None:
        name = local_name(element)
        if name == "Fallback":
            self._fallback(event, element)
        elif not self._skipping:
            {"tbl": self._table, "tr": self._row, "p": self._paragraph}[name](event, element)

    def _fallback(self, event: str, element: etree._Element) -> None:
        """The same words once more for old programs: left out, unless nothing stands before them."""
        if event == "start":
            self._skipping += bool(self._skipping or element.getprevious() is not None)
        elif self._skipping:
            self._skipping -= 1
            element.clear()

    def _table(self, event: str, element: etree._Element) -> None:
        if event == "end":
            ended = self._open.pop()
            if self._open:
                element.set(NUMBER, str(ended.number))
                self.inner.append(ended)
            return
        self._open.append(WordTable(len(self.tables) + 1))
        self.tables.append(self._open[-1])

    def _row(self, event: str, element: etree._Element) -> None:
        if event == "end" and self._open:
            self._cells += self._open[-1].add_row(element)
            if self._cells > CELLS:
                raise too_many_cells()
            self._walk.let_go(element, outermost=len(self._open) == 1 and not self._paragraphs)

    def _paragraph(self, event: str, element: etree._Element) -> None:
        if event == "start":
            self._paragraphs += 1
            return
        self._paragraphs -= 1
        if not self._open and not self._paragraphs:
            said = words(element).strip()
            if not says_nothing(said):
                self.preamble.append(said)
            self._walk.let_go(element, outermost=True)
