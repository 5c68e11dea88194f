"""A needle's letters are all there: may what stands between them count as nothing?

Between the words of a name anything may stand. Inside a word, a gap counts when it is a hyphen at a line
end, when the letters are spaced apart, or when a piece is no everyday English word: "Kow alski" is found
and "good child" is not Goodchild. The rules are told in docs/reference/check-open.md.
"""

from __future__ import annotations

import re
from enum import IntEnum

from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.needles import SHORT, Kind, Needle
from candour.domain.leaks.words import Words, without_soft

LONG = 6
"""From six letters on, letters that are all there are no chance."""
_WIDE = 80
_WITHIN_WORD = 8
_LINE_END_HYPHEN = re.compile(r"\s*[-‐‑–¬=]\s*\n\s*")
_APART = re.compile(r"[,\n\t|;]")
_CHUNK_JOINTS = 40
_NARROW = re.compile(r"[^\n]{0,3}")


_WORDS_OF_ONE_LETTER = frozenset("ai")
"""After a line that ends with Ann, a line that begins with "a" does not make Anna."""


class Fit(IntEnum):
    """How the letters stand in the text, the plainest first."""

    PLAIN = 1
    RUN_ON = 2
    BROKEN = 3


def fit(needle: Needle, words: Words, first: int, last: int) -> Fit | None:
    """How words first to last spell the needle, or None where they only seem to."""
    if not _stands_alone(needle, words, first, last):
        return None
    if needle.kind is Kind.LOGIN and not words.text[words.starts[first]].islower():
        return None
    if needle.capital and not words.text[words.starts[first]].isupper():
        return None
    inner = [(words.at[n] - words.at[first], n) for n in range(first + 1, last + 1)]
    broken = []
    for place, word in inner:
        gap = without_soft(words.gap(word))
        if place in needle.joints:
            if len(gap) > _WIDE or (_is_short_number(needle) and not _NARROW.fullmatch(gap)):
                return None
        elif gap:
            if len(gap.strip()) > _WITHIN_WORD or len(gap) > _CHUNK_JOINTS:
                return None
            broken.append(word)
    if needle.kind is Kind.TURNED and not _is_turned(needle, words, first, last):
        return None
    if broken:
        return Fit.BROKEN if _may_break(needle, words, first, last, broken) else None
    missing = needle.joints - {place for place, _ in inner}
    return Fit.RUN_ON if missing and needle.kind is not Kind.NUMBER else Fit.PLAIN


def _is_short_number(needle: Needle) -> bool:
    """ "44" at the end of a line and "12" on the next are not the number 4412."""
    return needle.kind is Kind.NUMBER and len(needle.letters) < LONG


def _stands_alone(needle: Needle, words: Words, first: int, last: int) -> bool:
    """Whole words only. A change of case ends a word for long needles, a digit for all but short ones."""
    for word in (first, last + 1):
        if words.is_joined(word):
            enough = SHORT if words.is_digit_joint(word) else LONG
            if len(needle.letters) < enough:
                return False
    return len(needle.letters) >= LONG or not words.in_code(words.starts[first], words.ends[last])


def _is_turned(needle: Needle, words: Words, first: int, last: int) -> bool:
    """Surname first only as in a list: with a comma, a line or a cell between. "May will" is no Will May."""
    surname = min(needle.joints)
    word = next((n for n in range(first, last + 1) if words.at[n] - words.at[first] == surname), None)
    return word is not None and bool(_APART.search(without_soft(words.gap(word))))


def _may_break(needle: Needle, words: Words, first: int, last: int, broken: list[int]) -> bool:
    if all(_LINE_END_HYPHEN.fullmatch(without_soft(words.gap(word))) for word in broken):
        return True
    pieces = _pieces(words, first, last, broken)
    single = [piece for piece in pieces if len(piece) == 1]
    if len(pieces) >= 3 and len(single) * 2 >= len(pieces) and len(single) >= 2:
        return len(needle.letters) >= SHORT or len(single) == len(pieces)
    if _is_initial_and_name(pieces):
        return False
    if all(piece.lower() in everyday_words() for piece in pieces):
        return False
    if len(needle.letters) >= LONG:
        return True
    over_lines = all("\n" in words.gap(word) for word in broken)
    if pieces[-1] in _WORDS_OF_ONE_LETTER:
        return False
    return over_lines and pieces[0][0].isupper() and len(needle.letters) >= SHORT


def _pieces(words: Words, first: int, last: int, broken: list[int]) -> list[str]:
    """The stretches on both sides of each break, each as one piece, up to the next gap of any kind."""
    pieces: list[list[int]] = [[first]]
    for word in range(first + 1, last + 1):
        if without_soft(words.gap(word)):
            pieces.append([])
        pieces[-1].append(word)
    touched = [
        piece
        for n, piece in enumerate(pieces)
        if piece[0] in broken or (n + 1 < len(pieces) and pieces[n + 1][0] in broken)
    ]
    return ["".join(words.text[words.starts[word] : words.ends[word]] for word in piece) for piece in touched]


def _is_initial_and_name(pieces: list[str]) -> bool:
    """ "P. Robert" is not Probert: an initial, and a name with its own capital."""
    return len(pieces) == 2 and len(pieces[0]) == 1 and pieces[1][0].isupper() and not pieces[1].isupper()
