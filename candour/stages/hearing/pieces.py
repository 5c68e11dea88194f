"""The words of a bundle piece by piece, each with its place and the hash that a decision holds on to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from candour.files.hearing.contents import Bundle, Indexed, Pages
from candour.files.hearing.words_of import words_of

ON_COVER = ("title", "number", "heard", "called")
"""What somebody typed of what the cover says."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`paper`: what it is part of, in words. `pages`: the first and last bundle page it may be on."""

    sha256: str
    paper: str
    tab: int
    pages: tuple[int, int]
    words: str

    def where(self, page: int = 0) -> str:
        if not self.tab:
            return self.paper
        number = page or self.pages[0]
        return f"tab {self.tab}, page {number}" if number else f"tab {self.tab}, in the index"


def hash_of_words(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def hash_of(told: dict[str, Any]) -> str:
    """Of a paper in the list: of its file, or of the words that are set for it. "" for the report's view."""
    if told["kind"] == "written":
        return hash_of_words(json.dumps([told["lead"], told["blocks"]], sort_keys=True, ensure_ascii=False))
    return str(told.get("sha256", ""))


def hashes_of(shape: dict[str, Any]) -> frozenset[str]:
    """Everything in the list on which somebody may decide."""
    cover = {hash_of_words(shape["about"][name]) for name in ON_COVER}
    tabs = {hash_of_words(tab["title"]) for tab in shape["tabs"]}
    return frozenset(
        {*cover, *tabs, *(hash_of(one) for tab in shape["tabs"] for one in tab["papers"])} - {""}
    )


def pieces_of(shape: dict[str, Any], bundle: Bundle, index: tuple[Indexed, ...]) -> Iterator[Piece]:
    """All but the report's own view: what papers say, how the index names them and their tabs, the cover."""
    lines = iter(index)
    for nth, (tab, told_of) in enumerate(zip(bundle.tabs, shape["tabs"], strict=True), 1):
        yield Piece(hash_of_words(tab.title), f"the name of tab {nth}", 0, (0, 0), tab.title)
        for paper, told in zip(tab.papers, told_of["papers"], strict=True):
            line = next(lines)
            if paper.decided:
                continue
            sha256 = hash_of(told)
            for words in (paper.title, paper.says):
                yield Piece(sha256, paper.title, nth, (0, 0), words)
            sheets = len(paper.body.sheets) if isinstance(paper.body, Pages) else 0
            for n, words in enumerate(words_of(paper.body)):
                own = (line.first + n,) * 2 if n < sheets else (line.first, line.last)
                yield Piece(sha256, paper.title, nth, own, words)
    for name in ON_COVER:
        words = shape["about"][name]
        yield Piece(hash_of_words(words), "the cover", 0, (0, 0), words)
