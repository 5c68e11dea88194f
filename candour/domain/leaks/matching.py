"""One pass over the words of a text that finds every needle of a register."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from candour.domain.leaks.joints import Fit, fit
from candour.domain.leaks.needles import Kind, Needle
from candour.domain.leaks.words import Words

_KEY = 3
_INSIDE = 8
_LONG_WORD = re.compile(r"\w{9,}")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A needle seen at start to end of the text."""

    needle: Needle
    fit: Fit
    start: int
    end: int


class Matcher:
    """The needles by their first letters; made once for a register and used for every text."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._long: dict[str, list[Needle]] = defaultdict(list)
        self._short: dict[str, list[Needle]] = defaultdict(list)
        self._unspaced: list[Needle] = []
        inside: dict[str, list[Needle]] = defaultdict(list)
        for needle in needles:
            by = self._long if len(needle.letters) >= _KEY else self._short
            by[needle.letters[:_KEY]].append(needle)
            if _UNSPACED.search(needle.letters):
                self._unspaced.append(needle)
            if _is_found_inside(needle):
                inside[needle.letters].append(needle)
        self._inside = inside
        longest_first = sorted(inside, key=len, reverse=True)
        self._any_inside = re.compile("|".join(map(re.escape, longest_first))) if inside else None

    def hits(self, words: Words) -> Iterator[Hit]:
        """Every needle at every place, overlapping ones too."""
        yield from self._at_word_starts(words)
        yield from self._inside_words(words)
        for needle in self._unspaced:
            yield from _anywhere(needle, words)

    def _at_word_starts(self, words: Words) -> Iterator[Hit]:
        letters, at = words.letters, words.at
        for size, needles in ((_KEY, self._long), (1, self._short), (2, self._short)):
            keys = frozenset(needles)
            begins = (
                [n for n, place in enumerate(at) if letters[place : place + size] in keys] if keys else []
            )
            for first in begins:
                place = at[first]
                for needle in needles[letters[place : place + size]]:
                    if letters.startswith(needle.letters, place):
                        yield from _fitting(needle, words, first, place)

    def _inside_words(self, words: Words) -> Iterator[Hit]:
        """A whole name of eight letters or more run together inside a longer word: "reportannakowalski2"."""
        if self._any_inside is None:
            return
        chunks = {chunk.lower() for chunk in _LONG_WORD.findall(words.text)}
        if not any(map(self._any_inside.search, chunks)):
            return
        for match in _LONG_WORD.finditer(words.text):
            chunk = match.group().lower()
            if found := self._any_inside.search(chunk):
                start, end = (match.start() + place for place in found.span())
                for needle in self._inside[found.group()]:
                    yield Hit(needle, Fit.RUN_ON, start, end)


def _is_found_inside(needle: Needle) -> bool:
    return needle.kind is Kind.WHOLE and not needle.single and len(needle.letters) >= _INSIDE


def _fitting(needle: Needle, words: Words, first: int, place: int) -> Iterator[Hit]:
    after = words.word_at(place + len(needle.letters))
    if after is None:
        return
    last = after - 1
    if (how := fit(needle, words, first, last)) is not None:
        yield Hit(needle, how, words.starts[first], words.ends[last])


def _anywhere(needle: Needle, words: Words) -> Iterator[Hit]:
    """Scripts that put no space between words have no word to be whole: the letters are enough."""
    for match in re.finditer(re.escape(needle.letters), words.text.lower()):
        yield Hit(needle, Fit.RUN_ON, *match.span())
