"""Every word of a web page or other markup: text, attributes, comments, scripts, styles, names of tags.

Written over the standard library's parser, which never gives up on bad markup, as browsers do not either.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from candour.domain.leaks import BARRIER, SOFT, Piece
from candour.files.open_text.data_addresses import read_data_addresses
from candour.files.open_text.fonts import without_fonts
from candour.files.open_text.keywords import MARKUP
from candour.files.open_text.loose_letters import Columns, LooseLetters, strings_together
from candour.files.open_text.opened import NESTED, OpenFile

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rb rp rt "
    "rtc ruby s samp small span strike strong sub sup time tspan tt u var wbr slot".split()
)
_VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr image img input keygen link meta param "
    "source track wbr".split()
)
_PROSE = frozenset(
    "alt title content value placeholder label summary abbr standby cite download prompt datetime "
    "srcdoc".split()
)
_SOURCES = frozenset("src srcset data poster background lowsrc dynsrc code archive classid codebase".split())
_LINKING = frozenset("link image use feimage".split())
_TABLES = {"table": Columns.begin, "tr": Columns.row}
_DEEPEST = 1000
_KNOWN_TAGS = MARKUP | INLINE | _VOID
_ELSEWHERE = re.compile(r"url\(\s*['\"]?(?!data:|#|['\")])|@import\b")


class MarkupReader(HTMLParser):
    """Feed it a page; all that it holds is added to the open file, each piece with its line."""

    def __init__(self, found: OpenFile, *, first_line: int = 1) -> None:
        super().__init__(convert_charrefs=True)
        self._found = found
        self._first = first_line - 1
        self._joint: str | None = None
        self._raw_tag = ""
        self._text: list[Piece] = []
        self._besides: list[Piece] = []
        self._left_out: list[Piece] = []
        self._own: list[tuple[str, list[Piece]]] = [("", [])]
        self._columns = Columns()
        self._loose = LooseLetters()

    def read(self, text: str) -> None:
        self.feed(text)
        self.close()
        while self._own:
            self._tell_own_text(self._own.pop()[1])
        for piece in (*self._text, *self._besides, *self._left_out):
            self._found.add(piece)
        self._columns.tell("the page", self._found)
        self._loose.tell(self._found)

    @property
    def _line(self) -> str:
        return f"line {self.getpos()[0] + self._first}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._join(tag)
        if tag not in _VOID:
            self._open(tag)
        named = {name: value or "" for name, value in attrs}
        self._loose.tag(tag, named)
        if tag in _TABLES:
            _TABLES[tag](self._columns)
        elif tag in ("td", "th"):
            self._columns.cell(named.get("rowspan", ""))
        if tag in ("script", "style"):
            self._raw_tag = tag
        self._read_name(tag)
        for name, value in attrs:
            self._read_attribute(tag, name, value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._raw_tag = ""
        self._loose.at = None
        if tag == "table":
            self._columns.end()
        if any(tag == one for one, _ in self._own[1:]):
            while self._own[-1][0] != tag:
                self._tell_own_text(self._own.pop()[1])
            self._tell_own_text(self._own.pop()[1])
        self._join(tag)

    def handle_data(self, data: str) -> None:
        if self._raw_tag:
            self._read_code(data)
            return
        if not data:
            return
        self._columns.say(data)
        self._loose.say(data)
        piece = Piece(self._line, data, self._joint if self._text else None)
        self._text.append(piece)
        own = self._own[-1][1]
        own.append(Piece(self._line, data, (self._joint or "") if own else None, net=True))
        self._joint = ""

    def handle_comment(self, data: str) -> None:
        self._aside("comment", data)
        if "<" in data and self._found.depth < NESTED:
            inner = self._found.within(f"comment, {self._line}")
            MarkupReader(inner).read(re.sub(r"^\[if[^\]]*\]>|<!\[endif\]$", "", data))

    def handle_decl(self, decl: str) -> None:
        self._aside("declaration", decl)

    def handle_pi(self, data: str) -> None:
        self._aside("processing instruction", data)

    def unknown_decl(self, data: str) -> None:
        """CDATA stands here: in XML it is text like any other."""
        self.handle_data(data.removeprefix("CDATA["))

    def _join(self, tag: str) -> None:
        """Text on both sides of an inline tag may be one word; a block begins a new line."""
        if tag in INLINE or "-" in tag:
            self._joint = self._joint or SOFT
        else:
            self._joint = "\n"

    def _open(self, tag: str) -> None:
        """Deep nesting costs time that grows with its square, and no page needs it."""
        if len(self._own) <= _DEEPEST:
            self._own.append((tag, []))
        else:
            self._found.cannot_read("the page", "its tags are nested too deep in one another")

    def _tell_own_text(self, own: list[Piece]) -> None:
        """What an element says itself, with its children left out: one of them may be hidden from sight."""
        if len(own) > 1:
            self._left_out += own

    def _aside(self, what: str, text: str, keywords: frozenset[str] = frozenset()) -> None:
        where = f"{what}, {self._line}"
        text = read_data_addresses(text, where, self._found)
        text = without_fonts(text) if keywords else text
        self._besides.append(Piece(where, text, BARRIER if self._besides else None, keywords))

    def _read_name(self, name: str, what: str = "name of a tag") -> None:
        if name not in _KNOWN_TAGS and not name.isdigit():
            self._aside(what, name, MARKUP)

    def _read_attribute(self, tag: str, name: str, value: str) -> None:
        self._read_name(name, "name of an attribute")
        if not value:
            return
        shown = f"<{tag} {name}>"
        self._aside(shown, value, frozenset() if _is_prose(name) else MARKUP)
        if name == "srcdoc" and self._found.depth < NESTED:
            MarkupReader(self._found.within(f"{shown}, {self._line}")).read(value)
        if name in ("style", "xlink:href", *_SOURCES) or (name == "href" and tag in _LINKING):
            self._warn_of_elsewhere(tag, name, value)

    def _warn_of_elsewhere(self, tag: str, name: str, value: str) -> None:
        if name == "style":
            outside = bool(_ELSEWHERE.search(value))
        elif tag == "a":
            outside = False
        else:
            outside = not value.strip().lower().startswith(("data:", "#", "about:"))
        if outside:
            self._found.warn(
                f"<{tag} {name}>, {self._line}, shows something from outside this file, which was not read."
            )

    def _read_code(self, text: str) -> None:
        self._aside(self._raw_tag, text, MARKUP)
        self._aside(f"strings of a {self._raw_tag}, together", strings_together(text), MARKUP)
        if self._raw_tag == "style" and _ELSEWHERE.search(text):
            self._found.warn(
                f"style, {self._line}, shows something from outside this file, which was not read."
            )


def _is_prose(name: str) -> bool:
    return name in _PROSE or name.startswith(("aria-", "data-"))
