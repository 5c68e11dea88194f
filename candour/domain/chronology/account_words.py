"""What an account is about, as a bag of word stems and kinds of contact, each weighed by how rare it is."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:[&'’-][^\W_]+)*")
_STEMMER = snowballstemmer.stemmer("english")

# Words that say how a sentence is built and not what it is about.
_EMPTY_WORDS = frozenset(
    (
        "a about after again all also an and any are as at be been before being but by could did do does "
        "done down for from had has have he her hers him his how i if in into is it its may more most no "
        "nor not now of off on once only or other our out over own said same say says she should so some "
        "such than that the their them then there these they this those through to too under until up "
        "very was we were what when where which while who whom why will with would you your "
    ).split()
)


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of one lower-case word (Porter's second English stemmer, Snowball)."""
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


@cache
def kinds_of_contact() -> Mapping[str, tuple[str, float]]:
    """stem -> (kind, weight), from packs/kinds_of_contact.toml."""
    pack = tomllib.loads((files("candour.domain.packs") / "kinds_of_contact.toml").read_text("utf-8"))
    return {
        stem(word.casefold()): (name, kind["weight"])
        for name, kind in pack["kinds"].items()
        for word in kind["words"]
    }


def stems(text: str) -> frozenset[str]:
    """The stems of a text, without words that say nothing of what it is about."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(stem(word) for word in words if word not in _EMPTY_WORDS and len(word) > 1)


def word_of(text: str, one: str) -> str:
    """The first word of a text that has this stem, as it is written; the stem where none has."""
    return next((word for word in _WORD.findall(text) if one in stems(word)), one)


def kinds_in(text_stems: Iterable[str]) -> dict[str, float]:
    """The kinds of contact a text tells of, with the weight of each."""
    known = kinds_of_contact()
    return dict(known[one] for one in text_stems if one in known)


class Rarity:
    """How much a shared stem tells: its inverse document frequency, 0 (in every account) to 1 (in one)."""

    def __init__(self, bags: Iterable[frozenset[str]]) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for bag in bags:
            counts.update(bag)
            number += 1
        most = math.log(number + 1) or 1.0
        self._of = {one: math.log((number + 1) / count) / most for one, count in counts.items()}

    def of(self, one: str) -> float:
        return self._of.get(one, 1.0)

    def weight(self, bag: Iterable[str]) -> float:
        return sum(self.of(one) ** 2 for one in bag)

    def likeness(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Cosine of two bags under these weights: 0 nothing shared, 1 the same words."""
        shared = self.weight(a & b)
        return shared / math.sqrt(self.weight(a) * self.weight(b)) if shared else 0.0
