"""What kind of word is it: plain, a figure, unknown, with a capital, somebody's name? Asked once for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from candour.domain.nets.known import known_words
from candour.domain.nets.letters import folded

PLAIN, MEANT, SIGN = 0, 1, 2
"""MEANT: it may name somebody of the cast. SIGN: a figure, a letter alone, or one that was asked for."""
UNKNOWN, NUMBER, CAPITAL, BEGINNING = 4, 8, 16, 32
"""Why it may wait for a person; BEGINNING: for a capital alone, which the start of a sentence gives too."""
BEGINS = 64
"""It may begin an identifier that a later word has the figures of."""
MOST_KEPT = 200_000
"""Words whose kinds are kept, so that the next text is read the faster."""
AGE_SIGNS = frozenset(("old", "Old", "OLD", "age", "Age"))
"""At the end of an age in words."""
_TAILS = frozenset(
    "s t d m ll re ve didn doesn isn wasn weren hasn haven hadn won wouldn couldn shouldn don aren i".split()
)
"""What an apostrophe leaves of everyday words; and I."""
_DAY_WORDS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september "
    "sepember oct october nov november dec december mon monday tue tues tueday tuesday wed wedday wednes "
    "wednesday thu thur thurs thuday thurday thursday fri friday sat satday satur saturday sun sunday".split()
)
"""As the forms of days read them."""


class Kinds(dict[str, int]):
    """Word -> its kind, learnt as words are met."""

    def learnt(self) -> Self:
        """Itself, emptied where it has grown too long."""
        if len(self) > MOST_KEPT:
            self.clear()
        return self

    def __missing__(self, word: str) -> int:
        is_sign = len(word) == 1 or not word.isalpha() or word in AGE_SIGNS
        kind = (BEGINS if _may_begin(word) else 0) | (SIGN if is_sign else 0)
        self[word] = kind = kind if word in known_words() else kind | _why(word)
        return kind


PLAIN_KINDS = Kinds()
"""Where no cast is asked."""


class KindsForCast(Kinds):
    """With MEANT where `is_meant` says so; `signs`, in small letters, are SIGN too.

    A known word that is none of `names` is nothing else.
    """

    def __init__(self, names: frozenset[str], signs: frozenset[str], is_meant: Callable[[str], bool]) -> None:
        super().__init__()
        self._known, self._names, self._signs, self._is_meant = known_words(), names, signs, is_meant

    def __missing__(self, word: str) -> int:
        kind = PLAIN_KINDS.learnt()[word]
        if word not in self._known or word in self._names:
            kind |= (SIGN if word.lower() in self._signs else 0) | (MEANT if self._is_meant(word) else 0)
        self[word] = kind
        return kind


def _why(word: str) -> int:
    """Why a word waits that is not known as it stands; what an apostrophe leaves does not."""
    if word.islower() and word.isascii() and word.isalpha():
        return PLAIN if word in _TAILS else UNKNOWN
    if not word.isalpha():
        return NUMBER if any(map(str.isdigit, word)) else UNKNOWN
    low, known = word.lower(), known_words()
    if low in _TAILS:
        return PLAIN
    if word[0].isupper():
        return BEGINNING if low in known else CAPITAL
    return PLAIN if folded(word) in known else UNKNOWN


def _may_begin(word: str) -> bool:
    """A day's or a month's; two letters, three capitals (of marks of vehicles), or letters before figures."""
    if word.isalpha() and word.isascii():
        return (
            len(word) < 3
            or (len(word) == 3 and (word.isupper() or word.lower() == "gir"))
            or word.lower() in _DAY_WORDS
        )
    return word[0].isalpha()
