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
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word n is `words[n]`, from `starts[n]` to `ends[n]` of the text; `gaps[n]` stands before it.

    `gaps` has one more than the words: what stands after the last. `joined`: words broken over a
    line. `live`: places of all words but plain ones, which are known and nobody's name.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    joined: frozenset[int]
    distinct: frozenset[str]
    live: list[int]
    _at: dict[str, list[int]] = field(default_factory=dict, compare=False, repr=False)

    def places(self, words: Iterable[str]) -> list[int]:
        """Where any of these words stands, of those that are live. Figures and letters are found at once."""
        own, at = self.words, self._at
        if not at:
            at[""] = []
            for place in self.live:
                word = own[place]
                if len(word) == 1 or not word.isalpha():
                    at.setdefault(word, []).append(place)
        wanted = self.distinct.intersection(words)
        found = [*chain.from_iterable(at[word] for word in wanted if word in at)]
        if others := wanted - at.keys():
            found += [place for place in self.live if own[place] in others]
        found.sort()
        return found


def tokens_of(text: str, known: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()) -> Tokens:
    """The words of a text, in their places.

    What a hyphen breaks at the end of a line is one word, unless both halves are `known`, and the whole is
    neither known nor one of `names`.
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
    return Tokens(
        text, words, gaps, starts, ends, frozenset(joined), distinct, _live(words, distinct, known, names)
    )


def _live(
    words: list[str], distinct: frozenset[str], known: frozenset[str], names: frozenset[str]
) -> list[int]:
    """One look at every word: the rest of the work is with those that are not plain."""
    if not known:
        return [*range(len(words))]
    lively = (distinct - known) | (distinct & names)
    return [at for at, word in enumerate(words) if word in lively]


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Letters and digits alone, small, without accents or disguises: as words are compared."""
    if word.isascii():
        return word.lower()
    return _NOT_LETTERS.sub("", fold(word).lower())
