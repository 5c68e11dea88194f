"""What tired hands, telephones and scanners do to a word: one function each, by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from random import Random

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
NEXT = {
    letter: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in ROWS for at, letter in enumerate(row)
}
SCANNED = [
    ("rn", "m"),
    ("m", "rn"),
    ("cl", "d"),
    ("l", "1"),
    ("O", "0"),
    ("0", "O"),
    ("ri", "n"),
    ("e", "c"),
    ("h", "b"),
    ("I", "l"),
    ("5", "S"),
    ("u", "ii"),
    ("t", "f"),
]
HEARD = [
    ("ph", "f"),
    ("gh", ""),
    ("ck", "k"),
    ("eigh", "ay"),
    ("leigh", "ly"),
    ("ie", "y"),
    ("ey", "y"),
    ("y", "ie"),
    ("th", "f"),
    ("ee", "ea"),
    ("oo", "u"),
    ("ll", "l"),
    ("ss", "s"),
    ("tt", "t"),
    ("kh", "k"),
    ("c", "k"),
    ("k", "c"),
    ("ai", "ay"),
    ("z", "s"),
    ("v", "w"),
    ("er", "a"),
    ("au", "or"),
]


def _places(word: str) -> list[int]:
    """Where a slip falls: letters within a word, never its first."""
    return [at for at in range(1, len(word)) if word[at].isalpha() and word[at - 1].isalpha()]


def swapped(by: Random, word: str) -> str:
    places = [at for at in _places(word)[:-1] if word[at + 1].isalpha() and word[at] != word[at + 1]]
    if not places:
        return word
    at = by.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def dropped(by: Random, word: str) -> str:
    at = by.choice(_places(word) or [0])
    return word[:at] + word[at + 1 :] if at else word


def doubled(by: Random, word: str) -> str:
    at = by.choice(_places(word) or [0])
    return word[:at] + word[at] + word[at:] if at else word


def neighbour(by: Random, word: str) -> str:
    places = [at for at in _places(word) if word[at].lower() in NEXT]
    if not places:
        return word
    at = by.choice(places)
    return word[:at] + by.choice(NEXT[word[at].lower()]) + word[at + 1 :]


def _exchanged(by: Random, word: str, pairs: list[tuple[str, str]]) -> str:
    fitting = [pair for pair in pairs if pair[0] in word[1:]]
    if not fitting:
        return word
    was, now = by.choice(fitting)
    return word[0] + word[1:].replace(was, now, 1)


def scanned(by: Random, word: str) -> str:
    return _exchanged(by, word, SCANNED)


def heard(by: Random, word: str) -> str:
    return _exchanged(by, word, HEARD)


def lower(by: Random, word: str) -> str:
    return word.lower()


def capitals(by: Random, word: str) -> str:
    return word.upper()


def over_a_line(by: Random, word: str) -> str:
    """Hart- at the end of a line and ley at the next's beginning."""
    places = [at for at in _places(word) if at > 1 and at < len(word) - 1 and word[at + 1].isalpha()]
    if not places:
        return word
    at = by.choice(places)
    return word[:at] + "-\n" + word[at:]


def signs(by: Random, word: str) -> str:
    """Accents left off; an apostrophe or hyphen lost, or another sign or a space put for it."""
    bare = "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each))
    bare = bare.replace("ł", "l").replace("Ł", "L")
    return bare.replace("'", by.choice(["", "’", "`", " "])).replace("-", by.choice(["", " ", "–", " - "]))


KINDS: dict[str, Callable[[Random, str], str]] = {
    "swapped": swapped,
    "dropped": dropped,
    "doubled": doubled,
    "neighbour": neighbour,
    "scanned": scanned,
    "heard": heard,
    "lower": lower,
    "capitals": capitals,
    "over_a_line": over_a_line,
    "signs": signs,
}
OFTEN = {
    "swapped": 4,
    "dropped": 5,
    "doubled": 4,
    "neighbour": 4,
    "scanned": 3,
    "heard": 5,
    "lower": 9,
    "capitals": 5,
    "over_a_line": 2,
    "signs": 12,
}


def damaged(by: Random, word: str, share: float) -> tuple[str, str]:
    """The word as typed, and the kind of damage; "none" where the slip drawn cannot befall it."""
    if by.random() >= share:
        return word, "none"
    kind = by.choices(list(OFTEN), list(OFTEN.values()))[0]
    typed = KINDS[kind](by, word)
    return typed, "none" if typed == word else kind
