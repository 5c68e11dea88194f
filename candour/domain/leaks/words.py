"""Folded text as its words run on: letters and digits squashed together, with every joint remembered.

A word here is a stretch of one kind: letters up to a change of case ("KowalskiFamily" is two), or digits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from candour.domain.leaks.leak import SOFT

_WORDS_AND_GAPS = re.compile(r"([a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]+|[0-9]+|[^\W\d_A-Za-z]+)")
_CHUNK = 80
_CODE_LIKE = 24
_KIND = re.compile(r"[a-z]+|[A-Z]+|[0-9]+|[+/=]+")


@dataclass(frozen=True, slots=True)
class Words:
    """`letters` is the text squashed, in lower case; word n begins there at `at[n]`."""

    text: str
    letters: str
    at: list[int]
    starts: list[int]
    ends: list[int]

    def word_at(self, position: int) -> int | None:
        """The word that begins at this place of the squashed letters; the end counts as one."""
        found = bisect_left(self.at, position)
        if found < len(self.at):
            return found if self.at[found] == position else None
        return found if position == len(self.letters) else None

    def gap(self, word: int) -> str:
        """What stands between this word and the one before it."""
        return self.text[self.ends[word - 1] : self.starts[word]]

    def is_joined(self, word: int) -> bool:
        """Nothing stands before this word: only a change of case, or from digits to letters, parts it."""
        return 0 < word < len(self.starts) and self.ends[word - 1] == self.starts[word]

    def is_digit_joint(self, word: int) -> bool:
        before, after = self.text[self.ends[word - 1] - 1], self.text[self.starts[word]]
        return before.isdigit() != after.isdigit()

    def in_code(self, start: int, end: int) -> bool:
        """Is this place inside a long run that looks like base64, where short names turn up by chance?"""
        left, right = start, end
        while left > 0 and start - left < _CHUNK and _is_coded(self.text[left - 1]):
            left -= 1
        while right < len(self.text) and right - end < _CHUNK and _is_coded(self.text[right]):
            right += 1
        chunk = self.text[left:right]
        return len(chunk) >= _CODE_LIKE and len(_KIND.findall(chunk)) * 3 > len(chunk)


def _is_coded(letter: str) -> bool:
    return letter.isascii() and (letter.isalnum() or letter in "+/=")


def words_of(text: str) -> Words:
    """The words of folded text."""
    parts = _WORDS_AND_GAPS.split(text)
    bounds = [*accumulate(map(len, parts))]
    starts, ends = bounds[0:-1:2], bounds[1::2]
    lows = parts[1::2]
    together = "".join(lows)
    letters = together.lower()
    if len(letters) != len(together):
        lows = [word.lower() for word in lows]
        letters = "".join(lows)
    at = [0, *accumulate(map(len, lows))][: len(lows)]
    return Words(text, letters, at, starts, ends)


def without_soft(gap: str) -> str:
    """What a reader of the page would see between two words."""
    return gap.replace(SOFT, "")
