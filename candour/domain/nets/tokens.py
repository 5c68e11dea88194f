"""A text as its words and what stands between them: every word keeps its place, a word broken over a line is one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from candour.domain.leaks.folding import fold

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_PLAIN = re.compile(r"([^\W_]+)")
_MARK = re.compile(f"[{_MARKS}]")
_MARKED = re.compile(rf"([^\W_]+(?:[{_MARKS}]+[^\W_]*)*)")
_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[>\s]*")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word n is `words[n]`, from `starts[n]` to `ends[n]` of the text; `gaps[n]` stands before it.

    `gaps` has one more than the words: what stands after the last. `joined`: words broken over a line.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    joined: frozenset[int]

    def distinct(self) -> frozenset[str]:
        return frozenset(self.words)

    def places(self, words: frozenset[str]) -> list[int]:
        """Where any of these words stands."""
        return [at for at, word in enumerate(self.words) if word in words] if words else []


def tokens_of(
    text: str, known: frozenset[str] = frozenset(), names: frozenset[str] = frozenset()
) -> Tokens:
    """The words of a text. What a hyphen breaks at the end of a line is one word, unless both halves are
    `known` and the whole is not, nor one of `names`.
    """
    pieces = (_PLAIN if text.isascii() or not _MARK.search(text) else _MARKED).split(text)
    until = [0, *accumulate(map(len, pieces))]
    words, gaps, starts, ends = pieces[1::2], pieces[0::2], until[1:-1:2], until[2::2]
    if not _LINE_END.search(text):
        return Tokens(text, words, gaps, starts, ends, frozenset())
    broken = [n for n in range(1, len(words)) if "\n" in gaps[n] and _LINE_END.fullmatch(gaps[n])]
    joined = set[int]()
    for number in broken:
        at = number - len(joined)
        before, after = folded(words[at - 1]), folded(words[at])
        whole = before + after
        if whole in known or whole in names or before not in known or after not in known:
            words[at - 1 : at + 1] = [words[at - 1] + words[at]]
            del gaps[at], starts[at], ends[at - 1]
            joined.add(at - 1)
    return Tokens(text, words, gaps, starts, ends, frozenset(joined))


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Letters and digits alone, small, without accents or disguises: as words are compared."""
    if word.isascii():
        return word.lower()
    return _NOT_LETTERS.sub("", fold(word).lower())
