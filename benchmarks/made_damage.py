"""How names are written wrongly: slips of the fingers, of a scanner, of the ear; one damage at a time.

Written before the nets that look for them, from the list of damages alone.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SCANNED = (
    ("rn", "m"),
    ("m", "rn"),
    ("l", "1"),
    ("l", "I"),
    ("o", "0"),
    ("cl", "d"),
    ("d", "cl"),
    ("i", "l"),
    ("h", "b"),
    ("e", "c"),
    ("S", "5"),
    ("B", "8"),
    ("vv", "w"),
    ("w", "vv"),
    ("u", "ii"),
    ("O", "0"),
)
HEARD = (
    *(
        ("ph", "f"),
        ("f", "ph"),
        ("ck", "k"),
        ("k", "c"),
        ("c", "k"),
        ("ie", "y"),
        ("y", "ie"),
        ("ey", "y"),
        ("th", "f"),
        ("sh", "ch"),
        ("s", "z"),
        ("z", "s"),
        ("ei", "ie"),
    ),
    *(
        ("ee", "ea"),
        ("ea", "ee"),
        ("ou", "u"),
        ("aw", "or"),
        ("au", "or"),
        ("er", "a"),
        ("i", "y"),
        ("v", "f"),
        ("ll", "l"),
        ("tt", "t"),
        ("nn", "n"),
        ("ss", "s"),
        ("gh", ""),
        ("h", ""),
    ),
)


def swap(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def drop(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def double(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    return word[: at + 1] + word[at].lower() + word[at + 1 :]


def neighbour_key(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    near = _near(word[at].lower())
    if not near:
        return word
    key = chance.choice(near)
    return word[:at] + (key.upper() if word[at].isupper() else key) + word[at + 1 :]


def scanner(word: str, chance: random.Random) -> str:
    return _exchanged(word, SCANNED, chance)


def ear(word: str, chance: random.Random) -> str:
    return _exchanged(word, HEARD, chance)


def extra_letter(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at:]


def no_accents(word: str, chance: random.Random) -> str:
    flat = unicodedata.normalize("NFKD", word).translate({ord("đ"): "d", ord("Đ"): "D", ord("ł"): "l"})
    return "".join(one for one in flat if not unicodedata.combining(one))


TYPED: dict[str, Callable[[str, random.Random], str]] = {
    "letters swapped": swap,
    "letter dropped": drop,
    "letter doubled": double,
    "neighbouring key": neighbour_key,
    "misread by a scanner": scanner,
    "spelt by ear": ear,
    "letter too many": extra_letter,
}


def mistyped(words: str, chance: random.Random, times: int = 1) -> tuple[str, str]:
    """The words with so many slips, each in a word of three letters or more, and which slip was first."""
    pieces = words.split(" ")
    named = ""
    for _ in range(times):
        able = [at for at, piece in enumerate(pieces) if len(piece) >= 3 and any(map(str.isalpha, piece))]
        if not able:
            break
        at = chance.choice(able)
        name = chance.choice([*TYPED])
        wrong = TYPED[name](pieces[at], chance)
        if wrong != pieces[at]:
            pieces[at], named = wrong, named or name
    return " ".join(pieces), named


def split_over_lines(words: str, chance: random.Random) -> str:
    """A line ends between two words, or in the midst of a long one with a hyphen."""
    margin = chance.choice(("\n", "\r\n", "\n    ", " \n", "\n> "))
    if " " in words and chance.random() < 0.6:
        at = chance.choice([place for place, one in enumerate(words) if one == " "])
        return words[:at] + margin + words[at + 1 :]
    longest = max(words.split(" "), key=len)
    if len(longest) < 6:
        return words.replace(" ", margin, 1)
    at = words.index(longest) + chance.randrange(2, len(longest) - 2)
    return f"{words[:at]}-{margin.lstrip(' ')}{words[at:]}"


def other_marks(words: str, chance: random.Random) -> str:
    """O'Brien as O’Brien, OBrien, O Brien; Ashby-Thorne as Ashby Thorne, AshbyThorne, Ashby‐Thorne."""
    if "'" in words:
        words = words.replace("'", chance.choice(("’", "", " ", "`", "‘")))
    return words.replace("-", chance.choice((" ", "", "‐", "–", " - "))) if "-" in words else words


def _near(letter: str) -> str:
    for number, row in enumerate(ROWS):
        at = row.find(letter)
        if at >= 0:
            beside = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
            under = "".join(ROWS[n][at : at + 1] for n in (number - 1, number + 1) if 0 <= n < len(ROWS))
            return beside + under
    return ""


def _exchanged(word: str, pairs: tuple[tuple[str, str], ...], chance: random.Random) -> str:
    able = [pair for pair in pairs if pair[0] in word]
    if not able:
        return word
    old, new = chance.choice(able)
    at = chance.choice([n for n in range(len(word)) if word.startswith(old, n)])
    return word[:at] + new + word[at + len(old) :]
