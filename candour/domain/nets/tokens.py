"""A text as words in their places and what stands between them; a word broken over a line is one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain

from candour.domain.leaks.folding import fold

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_ASCII = re.compile(r"([A-Za-z0-9]+)")
_PLAIN = re.compile(r"([^\W_]+)")
_MARK = re.compile(f"[{_MARKS}]")
_MARKED = re.compile(rf"([^\W_]+(?:[{_MARKS}]+[^\W_]*)*)")
_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[>\s]*")
AGE_SIGNS = frozenset(("old", "Old", "OLD", "age", "Age"))
"""At the end of an age in words."""
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word n is `words[n]`, from `starts[n]` to `ends[n]` of the text; `gaps[n]` stands before it.

    `gaps` has one more than the words: what stands after the last. `joined`: words broken over a
    line. `live`: places of all words but plain ones, which are known and nobody's name. `signs`: of the live
    words figures, letters alone, and those that were asked for.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    joined: frozenset[int]
    distinct: frozenset[str]
    live: list[int]
    signs: frozenset[str]
    _at: dict[str, list[int]] = field(default_factory=dict, compare=False, repr=False)

    def places(self, words: Iterable[str]) -> list[int]:
        """Where any of these words stands, of those that are live. `signs` are found at once."""
        own, at, signs = self.words, self._at, self.signs
        if not at:
            at[""] = []
            for place in [place for place in self.live if own[place] in signs]:
                at.setdefault(own[place], []).append(place)
        wanted = self.distinct.intersection(words)
        found = [*chain.from_iterable(at[word] for word in wanted if word in at)]
        if others := wanted - signs:
            found += [place for place in self.live if own[place] in others]
        found.sort()
        return found


def tokens_of(
    text: str,
    known: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
    signs: frozenset[str] = AGE_SIGNS,
) -> Tokens:
    """The words of a text, in their places.

    What a hyphen breaks at the end of a line is one word, unless both halves are `known`, and the whole is
    neither known nor one of `names`. `signs` are words whose places are asked for later.
    """
    word = _ASCII if text.isascii() else _MARKED if _MARK.search(text) else _PLAIN
    pieces = word.split(text)
    until = [0, *accumulate(map(len, pieces))]
    words, gaps, starts, ends = pieces[1::2], pieces[0::2], until[1:-1:2], until[2::2]
    broken = [bisect_left(starts, match.end()) for match in _LINE_END.finditer(text)]
    joined = set[int]()
    for number in broken:
        at = number - len(joined)
        if not 0 < at < len(words) or not _LINE_END.fullmatch(gaps[at]):
            continue
        before, after = folded(words[at - 1]), folded(words[at])
        whole = before + after
        if whole in known or whole in names or before not in known or after not in known:
            words[at - 1 : at + 1] = [words[at - 1] + words[at]]
            del gaps[at], starts[at], ends[at - 1]
            joined.add(at - 1)
    distinct = frozenset(words)
    lively = (distinct - known) | (distinct & names) if known else distinct
    live = [at for at, word in enumerate(words) if word in lively] if known else [*range(len(words))]
    figures = {word for word in lively if len(word) == 1 or not word.isalpha()}
    held = frozenset(figures | (lively & signs))
    return Tokens(text, words, gaps, starts, ends, frozenset(joined), distinct, live, held)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Letters and digits alone, small, without accents or disguises: as words are compared."""
    if word.isascii():
        return word.lower()
    return _NOT_LETTERS.sub("", fold(word).lower())
