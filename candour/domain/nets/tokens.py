"""A text as words in their places and what stands between them; a word broken over a line is one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain, compress

from candour.domain.nets.kinds import PLAIN_KINDS, SIGN, Kinds
from candour.domain.nets.letters import folded

_MARKS = "\u0300-\u036f\u00ad\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
_ASCII = "A-Za-z0-9"
_PLAIN = re.compile(r"([^\W_]+)")
_MARK = re.compile(f"[{_MARKS}]")
_MARKED = re.compile(rf"([^\W_]+(?:[{_MARKS}]+[^\W_]*)*)")
_MOST_STRANGE = 60
"""Letters beyond these of a text are so many that naming them is no faster than asking of each."""
_LINE_END = re.compile(r"[-\u2010\u00ad][ \t]*\r?\n[>\s]*")
_HYPHEN_END = re.compile(r"-[ \t]*\r?\n[>\s]*")
_BROKEN_BY = frozenset("\u2010\u00ad")
_ASCII_BYTES = bytes(range(128))


@dataclass(frozen=True, slots=True)
class Tokens:
    """Word n is `words[n]`, from `starts[n]` to `ends[n]` of the text; `gaps[n]` stands before it.

    `gaps` has one more than the words: what stands after the last. `joined`: words broken over a
    line. `kinds`: a byte for each word (see `Kinds`). `signs`: figures, letters alone and words that were
    asked for, each with its places.
    """

    text: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]
    joined: frozenset[int]
    kinds: bytes
    signs: dict[str, list[int]]

    def places(self, words: Iterable[str]) -> list[int]:
        """Where any of these words stands, of those that are signs."""
        signs = self.signs
        return sorted(chain.from_iterable(signs[word] for word in words if word in signs))

    def hold(self, held: bytearray, start: int, end: int) -> None:
        """Words that begin from here to there are held: each gets its byte."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        held[first:last] = b"\1" * (last - first)

    def of_kind(self, kind: int) -> Iterator[int]:
        """The places of the words that are of this kind too."""
        return compress(range(len(self.kinds)), self.kinds.translate(_those_of(kind)))


def tokens_of(
    text: str,
    kinds: Kinds = PLAIN_KINDS,
    known: frozenset[str] = frozenset(),
    names: frozenset[str] = frozenset(),
) -> Tokens:
    """The words of a text, in their places, and their kinds.

    What a hyphen breaks at the end of a line is one word, unless both halves are `known`, and the whole is
    neither known nor one of `names`.
    """
    strange = _strange(text)
    pieces = _word_in(strange).split(text)
    until = [0, *accumulate(map(len, pieces))]
    words, gaps, starts, ends = pieces[1::2], pieces[0::2], until[1:-1:2], until[2::2]
    joined = set[int]()
    line_end = _HYPHEN_END if _BROKEN_BY.isdisjoint(strange) else _LINE_END
    for number in [bisect_left(starts, match.end()) for match in line_end.finditer(text)]:
        at = number - len(joined)
        if not 0 < at < len(words) or not line_end.fullmatch(gaps[at]):
            continue
        before, after = folded(words[at - 1]), folded(words[at])
        whole = before + after
        if whole in known or whole in names or before not in known or after not in known:
            words[at - 1 : at + 1] = [words[at - 1] + words[at]]
            del gaps[at], starts[at], ends[at - 1]
            joined.add(at - 1)
    told = bytes(map(kinds.learnt().__getitem__, words))
    signs = dict[str, list[int]]()
    marks = told.translate(_those_of(SIGN))
    place = marks.find(SIGN)
    while place >= 0:
        signs.setdefault(words[place], []).append(place)
        place = marks.find(SIGN, place + 1)
    return Tokens(text, words, gaps, starts, ends, frozenset(joined), told, signs)


def _strange(text: str) -> str:
    """The characters beyond ASCII that stand in a text, each once."""
    if text.isascii():
        return ""
    beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII_BYTES)
    return "".join(sorted(set(beyond.decode("utf-8", "surrogatepass"))))


@lru_cache(maxsize=256)
def _word_in(strange: str) -> re.Pattern[str]:
    """How a word is told: among few strange characters their letters are named, which is faster."""
    if _MARK.search(strange):
        return _MARKED
    letters = "".join(_PLAIN.findall(strange))
    return _PLAIN if len(letters) > _MOST_STRANGE else re.compile(f"([{_ASCII}{letters}]+)")


@cache
def _those_of(kind: int) -> bytes:
    return bytes(one & kind for one in range(256))
