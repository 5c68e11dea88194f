"""Which items of a register do these pieces of text hold, and how and where?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from candour.domain.leaks.codings import decoded
from candour.domain.leaks.dates import days_in
from candour.domain.leaks.disguises import disguises
from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.flow import Flow, flows
from candour.domain.leaks.folding import fold, fold_lightly, hidden_letters, overridden
from candour.domain.leaks.joints import Fit
from candour.domain.leaks.leak import BARRIER, BY_CHANCE, How, Leak, Piece
from candour.domain.leaks.matching import Hit, Matcher
from candour.domain.leaks.needles import Kind, Needle, foreign_needles_of, needles_of
from candour.domain.leaks.prose import is_prose
from candour.domain.leaks.register import Register
from candour.domain.leaks.words import without_soft, words_of

DEPTH = 3
"""Base64 inside a URL inside HTML is read; a fourth coat is not."""
_WHOLE_DATE = 8
_WORD = re.compile(r"[^\W\d_]\w*|\d{3,}")
_NAMES = (Kind.WHOLE, Kind.PART)

_BY_KIND = {
    Kind.PART: How.PART_OF_NAME,
    Kind.PLURAL: How.PLURAL,
    Kind.LOGIN: How.PART_OF_NAME,
    Kind.TURNED: How.TURNED,
    Kind.REVERSED: How.REVERSED,
    Kind.ROT13: How.ROT13,
    Kind.NUMBER: How.NUMBER,
    Kind.FIRST_LINE: How.FIRST_LINE,
    Kind.POSTCODE: How.POSTCODE,
}


@dataclass(frozen=True, slots=True)
class _Seen:
    """An item at a place, before it is known whether the place is worth telling."""

    item: str
    how: How
    piece: Piece
    words: str


class Finder:
    """A register made ready; `find` may then be asked for any number of files."""

    def __init__(self, register: Register) -> None:
        needles = needles_of(register)
        self._matcher = Matcher(needles)
        foreign = foreign_needles_of(register)
        self._foreign = Matcher(foreign) if foreign else None
        self._names = frozenset(word for one in needles for word in _words_in(one))
        self._days = {day: f"dates[{n}]" for n, day in reversed([*enumerate(register.dates)])}
        self._wanted: frozenset[date] = frozenset(self._days)

    def find(self, pieces: Iterable[Piece]) -> list[Leak]:
        """Every leak once for each item and place. What only the net pieces show is told for them."""
        texts = [*flows(pieces)]
        leaks = self._told(one for flow in texts if not flow.net for one in self._search(flow, 0))
        shown = {leak.item for leak in leaks}
        caught = self._told(one for flow in texts if flow.net for one in self._search(flow, 0))
        return leaks + [leak for leak in caught if leak.item not in shown]

    def hidden(self, text: str) -> str:
        """The text without any word of the register: places and reasons are printed, secrets are not.

        "page 3" stays as it is though a Mr Page be in the register: an everyday word gives nobody away.
        """
        if not self._names_somebody(text):
            return text
        bare = _WORD.sub(lambda word: "…" if self._names_somebody(word[0]) else word[0], text)
        return "(a place whose name is secret)" if self._names_somebody(bare) else bare

    def _names_somebody(self, text: str) -> bool:
        return bool(self.find([Piece("", text, keywords=everyday_words())]))

    def _told(self, several: Iterable[_Seen]) -> list[Leak]:
        first: dict[tuple[str, str], Leak] = {}
        for one in several:
            leak = Leak(one.item, one.how, one.piece.where, one.words)
            first.setdefault((leak.item, leak.where), leak)
        return [*first.values()]

    def _search(self, flow: Flow, depth: int) -> Iterator[_Seen]:
        yield from self._search_words(flow)
        if depth == DEPTH or (depth and flow.pieces[0].shortest >= BY_CHANCE):
            return
        by_coding: dict[tuple[How, int], list[Piece]] = defaultdict(list)
        for piece in flow.pieces:
            if hidden := hidden_letters(piece.text):
                by_coding[How.INVISIBLE, 0].append(replace(piece, text=hidden, joint=None))
            if seen := overridden(piece.text):
                by_coding[How.REVERSED, 0].append(replace(piece, text=seen, joint=None))
        tokens = dict.fromkeys(flow.raw.text.split())
        for one in (*disguises(flow.raw.text, self._names, tokens), *decoded(flow.raw.text, tokens)):
            piece = flow.piece_at(flow.raw, one.place)
            piece = replace(piece, text=one.text, joint=None, shortest=max(one.shortest, piece.shortest))
            if one.before is not None:
                yield from self._search_unlike(one.before, piece, one.how, depth)
                continue
            together = by_coding[one.how, piece.shortest]
            together.append(replace(piece, joint=BARRIER if together else None))
        for (how, _), pieces in by_coding.items():
            for inner in flows(pieces):
                yield from (replace(seen, how=how) for seen in self._search(inner, depth + 1))

    def _search_unlike(self, before: str, piece: Piece, how: How, depth: int) -> Iterator[_Seen]:
        """What the decoded stretch says and the stretch as it stood did not."""
        found = [seen for inner in flows([piece]) for seen in self._search(inner, depth + 1)]
        if found:
            plain = {
                seen.item
                for inner in flows([replace(piece, text=before)])
                for seen in self._search_words(inner)
            }
            yield from (replace(seen, how=how) for seen in found if seen.item not in plain)

    def _search_words(self, flow: Flow) -> Iterator[_Seen]:
        words = words_of(flow.folded.text)
        hits = [*self._matcher.hits(words)]
        allowed = [
            (hit.start, hit.end) for hit in hits if hit.needle.kind is Kind.ALLOWED and hit.fit is Fit.PLAIN
        ]
        named = [hit for hit in hits if hit.needle.kind is not Kind.ALLOWED]
        for hit in sorted(named, key=lambda one: (one.needle.kind is not Kind.WHOLE, one.fit, one.start)):
            if not (_inside(hit.start, hit.end, allowed) or _is_keyword(hit, flow) or _is_chance(hit, flow)):
                pieces = flow.pieces_within(hit.start, hit.end)
                there = without_soft(words.text[hit.start : hit.end])
                yield _Seen(hit.needle.item, _how(hit, flow, pieces), pieces[0], there)
        yield from self._search_foreign(flow)
        for day in days_in(flow.plain.text, self._wanted):
            start, end = flow.folded_place(day.start), flow.folded_place(day.end)
            if not _inside(start, end, allowed) and not (
                flow.pieces[0].shortest >= BY_CHANCE and end - start < _WHOLE_DATE
            ):
                found = flow.plain.text[day.start : day.end]
                how = How.EXACT if found == day.day.isoformat() else How.DATE_SPELT
                yield _Seen(self._days[day.day], how, flow.piece_at(flow.plain, day.start), found)

    def _search_foreign(self, flow: Flow) -> Iterator[_Seen]:
        for piece in flow.pieces:
            if self._foreign is not None and not piece.text.isascii():
                words = words_of(fold_lightly(piece.text))
                for hit in self._foreign.hits(words):
                    yield _Seen(hit.needle.item, How.FOLDED, piece, words.text[hit.start : hit.end])


def find(register: Register, pieces: Iterable[Piece]) -> list[Leak]:
    """Every item of the register that the pieces hold, in plain sight or in any disguise that we know."""
    return Finder(register).find(pieces)


def _inside(start: int, end: int, several: list[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in several)


def _is_keyword(hit: Hit, flow: Flow) -> bool:
    """`color: green` names nobody: one word, in lower case, that the format itself uses."""
    keywords = flow.pieces_within(hit.start, hit.end)[0].keywords
    return bool(keywords) and hit.needle.single and flow.folded.text[hit.start : hit.end] in keywords


def _words_in(needle: Needle) -> list[str]:
    cuts = [0, *sorted(needle.joints), len(needle.letters)]
    return [needle.letters[start:end] for start, end in pairwise(cuts)] if needle.kind in _NAMES else []


def _is_chance(hit: Hit, flow: Flow) -> bool:
    return len(hit.needle.letters) < flow.pieces[0].shortest or is_prose(hit, flow.folded.text)


def _how(hit: Hit, flow: Flow, pieces: list[Piece]) -> How:
    """The simplest true word: a name in plain sight is exact even where it is broken elsewhere."""
    if hit.fit is Fit.BROKEN:
        return How.SPLIT
    if hit.needle.kind is not Kind.WHOLE:
        return _BY_KIND[hit.needle.kind]
    text = "".join(f"{piece.joint or ''}{piece.text}" for piece in pieces)
    if hit.needle.source in text:
        return How.EXACT
    if hit.fit is Fit.RUN_ON:
        return How.SQUASHED
    if _spaced(hit.needle.source) in _spaced(text):
        return How.FOLDED
    if fold_lightly(text) != fold(text).lower():
        return How.HOMOGLYPH
    return How.SQUASHED if len(pieces) == 1 else How.SPLIT


def _spaced(text: str) -> str:
    return re.sub(r"\W+", " ", fold_lightly(text)).strip()
