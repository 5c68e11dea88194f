"""What hands and ears do to a name that is typed in haste: by letter, so a long name is hurt more often."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

A_LETTER = 0.011
"""The share of letters at which something goes wrong: about one name in twelve, of seven letters."""
BESIDE = {
    "q": "wa",
    "w": "qes",
    "e": "wrd",
    "r": "etf",
    "t": "ryg",
    "y": "tuh",
    "u": "yij",
    "i": "uok",
    "o": "ipl",
    "p": "ol",
    "a": "qsz",
    "s": "awdx",
    "d": "sefc",
    "f": "drgv",
    "g": "fthb",
    "h": "gyjn",
    "j": "hukm",
    "k": "jil",
    "l": "kop",
    "z": "asx",
    "x": "zsc",
    "c": "xdv",
    "v": "cfb",
    "b": "vgn",
    "n": "bhm",
    "m": "njk",
}
BY_EAR = (
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("x", "ks"),
    ("c", "k"),
    ("k", "c"),
    ("s", "z"),
    ("z", "s"),
    ("ie", "y"),
    ("y", "i"),
    ("i", "y"),
    ("ey", "ie"),
    ("ai", "ay"),
    ("ay", "ai"),
    ("ei", "ie"),
    ("ea", "ee"),
    ("ou", "ow"),
    ("oo", "u"),
    ("er", "ur"),
    ("ar", "er"),
    ("on", "en"),
    ("an", "en"),
    ("el", "le"),
    ("gh", "g"),
    ("th", "t"),
    ("kh", "k"),
    ("ss", "s"),
    ("ll", "l"),
    ("nn", "n"),
    ("tt", "t"),
    ("w", "v"),
    ("j", "g"),
)


def beside(by: Random, word: str, at: int) -> str:
    low = word[at].lower()
    other = by.choice(BESIDE.get(low, low))
    return word[:at] + (other.upper() if word[at].isupper() else other) + word[at + 1 :]


def twice(by: Random, word: str, at: int) -> str:
    return (
        word[: at + 1] + word[at].lower() * (not word.isupper()) + word[at] * word.isupper() + word[at + 1 :]
    )


def left_out(by: Random, word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def crossed(by: Random, word: str, at: int) -> str:
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def by_ear(by: Random, word: str, at: int) -> str:
    low = word.lower()
    fitting = [(here, there) for here, there in BY_EAR if here in low[1:]]
    if not fitting:
        return word
    here, there = by.choice(fitting)
    place = low.index(here, 1)
    return word[:place] + (there.upper() if word.isupper() else there) + word[place + len(here) :]


SLIPS: dict[str, Callable[[Random, str, int], str]] = {
    "beside": beside,
    "twice": twice,
    "left out": left_out,
    "crossed": crossed,
    "by ear": by_ear,
}


def mistyped(by: Random, words: str) -> tuple[str, tuple[str, ...]]:
    """Each word of a name for itself; the first letter is hurt as seldom as hands do it."""
    typed, done = [], list[str]()
    for word in words.split(" "):
        slip = by.random() < A_LETTER * len(word) and len(word) > 2 and word.isalpha()
        if slip:
            kind = by.choice(list(SLIPS))
            at = 0 if by.random() < 0.04 else by.randrange(1, len(word))
            hurt = SLIPS[kind](by, word, at)
            done += [kind] if hurt != word else []
            word = hurt
        typed.append(word)
    return " ".join(typed), tuple(done)
