"""Is this a name of the cast wrongly written? One slip, two in a long name, or what sounds or looks alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

LEAST, LONG = 3, 7
"""Letters: a shorter name is never near to anything; in one as long as the second two slips are allowed."""
_ALIKE = (
    *(("ph", "f"), ("th", "f"), ("gh", ""), ("ck", "k"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("rn", "m")),
    *(
        ("cl", "d"),
        ("vv", "w"),
        ("aw", "o"),
        ("au", "o"),
        ("or", "o"),
        ("ou", "u"),
        ("ii", "u"),
        ("cz", "s"),
        ("wh", "w"),
        ("oo", "u"),
    ),
)
_PAIRS = re.compile("|".join(old for old, _ in _ALIKE))
_NEW = dict(_ALIKE)
_LETTERS = str.maketrans(
    {
        "0": "o",
        "1": "l",
        "5": "s",
        "8": "b",
        "i": "l",
        "y": "l",
        "j": "l",
        "c": "k",
        "q": "k",
        "z": "s",
        "v": "f",
        "h": None,
        "e": None,
    }
)
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """What stays of a word for the ear and for a scanner: Phillips is fllps, and so is Filips."""
    plain = _PAIRS.sub(lambda match: _NEW[match[0]], word)
    return _TWICE.sub(r"\1", plain.translate(_LETTERS))


class Near:
    """The names that others may be near to.

    One of five letters or more is known by its first or its last
    two letters: one slip leaves the one or the other whole.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._begin: defaultdict[str, list[str]] = defaultdict(list)
        self._end: defaultdict[str, list[str]] = defaultdict(list)
        self._short: defaultdict[str, list[str]] = defaultdict(list)
        self._first: defaultdict[str, list[str]] = defaultdict(list)
        self._bones: dict[str, str] = {}
        for name in sorted(set(names)):
            if len(name) < LEAST:
                continue
            self._bones[name] = skeleton(name)
            if len(name) < 5:
                for one in _less_a_letter(name):
                    self._short[one].append(name)
            if len(name) > 4:
                self._first[name[0]].append(name)
            self._begin[name[:2]].append(name)
            self._end[name[-2:]].append(name)

    def names(self, word: str, *, by_first: bool = False) -> tuple[tuple[str, ...], bool]:
        """The names of which this (folded) word may be a slip, the nearest alone, and whether that is likely.

        Two slips in a name of five or six letters are not likely, and need a proof. `by_first`: among all
        that begin with the same letter, for two slips may spoil both ends of what follows.
        """
        begin, end = self._begin.get(word[:2], ()), self._end.get(word[-2:], ())
        several = {*begin, *end} if begin or end else set()
        if by_first:
            several.update(self._first.get(word[:1], ()))
        if len(word) < 6:
            short = self._short
            for one in _less_a_letter(word):
                if one in short:
                    several.update(short[one])
        if not several or len(word) < 2:
            return (), False
        far = list[str]()
        best: dict[int, list[str]] = {}
        bones = ""
        for name in several:
            away = OSA.distance(word, name, score_cutoff=3)
            if away > 3:
                continue
            if away > 1 and (away > 2 or len(name) < LONG):
                bones = bones or skeleton(word)
                alike = bones == self._bones[name] and len(bones) > 1 and (away < 3 or len(name) > 5)
                if not alike:
                    if away == 2 and len(name) >= 5 and len(word) >= 4:
                        far.append(name)
                    continue
            best.setdefault(away, []).append(name)
        if best:
            return tuple(sorted(best[min(best)])), True
        return tuple(sorted(far)), False


def _less_a_letter(word: str) -> list[str]:
    """The word, and the word without one of its letters: two short words a slip apart share one of these."""
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]
