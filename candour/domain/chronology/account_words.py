"""What an account is about: its words by stem, those that mean the same as one, and its kinds of contact."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[&'’-][^\W_]+)*")
_STEMMER = snowballstemmer.stemmer("english")

_AROUND = ".,;:!?()"
"""Signs that stand round a word and are none of its letters."""

# Words that say how a sentence is built and not what it is about.
_EMPTY_WORDS = frozenset(
    (
        "a about after again all also an and any are as at be been before being but by could did do does "
        "done down for from had has have he her hers him his how i if in into is it its may more most no "
        "nor not now of off on once only or other our out over own said same say says she should so some "
        "such than that the their them then there these they this those through to too under until up "
        "very was we were what when where which while who whom why will with would you your "
        # Words of time too: when it was is weighed by the dates themselves.
        "today yesterday tomorrow day days week weeks weekend month months year years hour hours minute "
        "minutes morning afternoon evening night overnight date dated time times later earlier still yet "
    ).split()
)


# What the stemmer may take off, or change for the sake of what stands before it, at the end of a word.
_MAY_BE_CUT = (*"eisy", "ed", "ing", "ant", "ent", "ogist", "ion", "er", "or", "ism", "ic", "al", "ful", "ll")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one lower-case word (Porter's second English stemmer, Snowball)."""
    if word.isalnum() and not word.endswith(_MAY_BE_CUT):
        return word  # at once, as the stemmer takes a long way to come to the same
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


@cache
def kinds_of_contact() -> Mapping[str, tuple[str, float]]:
    """stem -> (kind, weight), from packs/kinds_of_contact.toml."""
    return {
        stem(word.casefold()): (name, kind["weight"])
        for name, kind in _pack("kinds_of_contact.toml")["kinds"].items()
        for word in kind["words"]
    }


@cache
def same_words() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """stem -> the stem it is compared as, and short form -> its words, from packs/same_words.toml."""
    pack = _pack("same_words.toml")
    groups = {stem(word): stem(group[0]) for group in pack["groups"] for word in group}
    return groups, {short: tuple(words.split()) for short, words in pack["short"].items()}


def _pack(name: str) -> dict[str, Any]:
    return tomllib.loads((files("candour.domain.packs") / name).read_text("utf-8"))


def words_in(text: str) -> list[str]:
    """The words of a text in lower case, without those that say nothing of what it is about."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return [word for word in words if word not in _EMPTY_WORDS and len(word) > 1]


def plain_word(raw: str) -> str:
    """A word as it is written, without the marks around it."""
    found = _WORD.search(raw)
    return found[0] if found else raw


def stems(text: str) -> frozenset[str]:
    """The stems of a text, without words that say nothing of what it is about."""
    return frozenset(stem(word) for word in words_in(text))


def compared_as(word: str) -> tuple[str, ...]:
    """The stems that a word is compared by: those of a short form's words; one stem for words of one meaning.

    >>> compared_as("mum") == compared_as("mother")
    True
    """
    groups, short = same_words()
    return tuple(groups.get(one, one) for one in map(stem, short.get(word, (word,))))


class Wordbook(dict[str, int]):
    """What stands between two spaces, in lower case -> the number of what it is compared as; 0 for nothing.

    Each spelling is worked out once. `several` has the numbers of those that stand for more than one stem.
    """

    def __init__(self) -> None:
        self.several: dict[int, tuple[int, ...]] = {}
        self._several: set[int] = set()
        self._number_of: dict[str | tuple[int, ...], int] = {}

    def __missing__(self, raw: str) -> int:
        if (plain := raw.strip(_AROUND)) != raw:
            self[raw] = self[plain]
            return self[raw]
        stems = dict.fromkeys(one for word in words_in(raw) for one in compared_as(word))
        numbers = tuple(self.number(one) for one in stems)
        self[raw] = self.number(numbers) if len(numbers) > 1 else numbers[0] if numbers else 0
        return self[raw]

    @property
    def highest(self) -> int:
        return len(self._number_of)

    def number(self, one: str | tuple[int, ...]) -> int:
        """Of a stem, or of several stems by their numbers: the next one where it has none."""
        if (known := self._number_of.get(one)) is not None:
            return known
        number = self._number_of[one] = self.highest + 1
        if isinstance(one, tuple):
            self.several[number] = one
            self._several.add(number)
        return number

    def numbered(self) -> list[str | tuple[int, ...]]:
        """Everything that has a number, in the order of the numbers, from 1."""
        return list(self._number_of)

    def copy(self) -> Wordbook:
        other = Wordbook()
        other.update(self)
        other.several, other._several = dict(self.several), set(self._several)
        other._number_of = dict(self._number_of)
        return other

    def bag(self, text: str) -> set[int]:
        """The numbers of all that a text says."""
        found = set(map(self.__getitem__, text.casefold().split()))
        found.discard(0)
        if more := found & self._several:
            found -= more
            found.update(*(self.several[one] for one in more))
        return found

    def kinds(self) -> dict[str, tuple[float, set[int]]]:
        """Every kind of contact: how much it tells, and the numbers of its words."""
        found: dict[str, tuple[float, set[int]]] = {}
        for word, (kind, weight) in kinds_of_contact().items():
            found.setdefault(kind, (weight, set()))[1].update(self.bag(word))
        return found
