"""What does a web page hold beyond what a plain report needs? Each is a warning, and the gate's own no.

Tags and attributes are held to a list of what is known; scripts, comments and what hides are named.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from candour.files.open_text.opened import OpenFile

_TAGS = frozenset(
    "html head title meta link style body header main footer nav section article aside div p span h1 h2 "
    "h3 h4 h5 h6 ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td blockquote q "
    "cite figure figcaption a b i em strong small sub sup abbr mark code pre br hr wbr time ins del s u "
    "bdi bdo ruby rt rp img picture details summary svg g path rect circle line polyline polygon text "
    "tspan title desc defs use".split()
)
_ATTRIBUTES = frozenset(
    "id class lang dir title href rel type charset name content media alt src width height colspan "
    "rowspan scope headers start value reversed datetime cite role tabindex open span abbr download "
    "hreflang target viewbox xmlns d x y x1 x2 y1 y2 r cx cy rx ry points fill stroke stroke-width "
    "transform text-anchor font-size font-family font-weight preserveaspectratio focusable dominant- "
    "baseline xml:lang stroke-dasharray stroke-linecap stroke-linejoin fill-opacity opacity".split()
)
_META = frozenset(
    "viewport description author generator date robots color-scheme theme-color referrer format-detection "
    "dcterms.title dcterms.language".split()
)
_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|color\s*:\s*transparent|left\s*:\s*-\d{3,}"
    r"|opacity\s*:\s*(?:0|0?\.0+)\s*[;}!]|font\s*:[^;}]*?(?<![\d.])0(?:px|pt|r?em|%)?[\s/]"
    r"|font-size\s*:\s*(?:0*\.?0*(?:px|pt|r?em|%|v[wh])?|[01](?:\.\d+)?(?:px|pt)|0?\.[0-3]\d*(?:r?em|px|pt)"
    r"|\d(?:\.\d+)?%)\s*[;}!]"
    r"|text-indent\s*:\s*-\d{3,}|clip(?:-path)?\s*:|@import|@font-face",
    re.I,
)
_WRITTEN = re.compile(r"content\s*:([^;}]*)", re.I)
_STRING = re.compile(r"\"[^\"]*\"|'[^']*'")
_PAGE_NUMBERS = frozenset(["page", "of", "open", "closed"])
"""What a style may write at the foot of a printed page."""


class ShapeReader(HTMLParser):
    """Feed it a page; it warns and reads nothing."""

    def __init__(self, found: OpenFile) -> None:
        super().__init__(convert_charrefs=True)
        self._found = found
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag not in _TAGS:
            self._warn(f"has a tag <{tag}>")
        for name, value in attrs:
            if name not in _ATTRIBUTES and not name.startswith("aria-"):
                self._warn(
                    f"has an attribute {name}" if name != "style" else "has a style of its own on one tag"
                )
            if name == "style" and _HIDES.search(f"{value};"):
                self._warn("hides something by its style")
            if name == "href" and (value or "").strip().lower().startswith(("javascript:", "data:", "file:")):
                self._warn("has a link that is no address")
        told = dict(attrs)
        if tag == "meta" and told.get("name") and str(told["name"]).lower() not in _META:
            self._warn("has a note about itself of a kind that is not known")
        if tag == "meta" and "http-equiv" in told:
            self._warn("has an instruction to the browser")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style and _HIDES.search(data):
            self._warn("hides something by its style")
        if self._in_style and not _words_written(data) <= _PAGE_NUMBERS:
            self._warn("writes words by its style")
        if self._in_style and "/*" in data:
            self._warn("has a comment in its style")

    def handle_comment(self, data: str) -> None:
        if data.strip():
            self._warn("has a comment")

    def handle_decl(self, decl: str) -> None:
        if decl.strip().lower() != "doctype html":
            self._warn("declares a document type of another kind")

    def handle_pi(self, data: str) -> None:
        self._warn("has an instruction among its tags")

    def _warn(self, what: str) -> None:
        self._found.warn(f"The page {what}, line {self.getpos()[0]}, which a plain report does not need.")


def _words_written(style: str) -> set[str]:
    strings = (string for written in _WRITTEN.findall(style) for string in _STRING.findall(written))
    return {word.lower() for string in strings for word in re.findall(r"[^\W\d_]+|\\", string)}
