"""The words by which accounts can be seen to disagree: packs/opposites.toml as looked up word by word."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

STOPS = frozenset(".;:!?\n")
_SPELT = "one two three four five six seven eight nine ten eleven twelve".split()
NUMBERS = {word: str(number) for number, word in enumerate(_SPELT, start=1)}
LISTS = "nothing ends evidence partly denials between auxiliary views holding".split()

Phrase = tuple[tuple[str, ...], str, int | None]
"""Its words, the subject, and the side of a result (None: a fact)."""


@dataclass(frozen=True, slots=True)
class Opposites:
    phrases: Mapping[str, tuple[Phrase, ...]]
    """By first word, the phrases that begin so."""
    asserting: frozenset[str]
    """Words that may begin what is asserted; a text without any, and without figures, says nothing."""
    telling: frozenset[str]
    """These, and the words that deny or end what was denied; any other is passed over."""
    inside: frozenset[str]
    """Words that may stand within a phrase."""
    lists: Mapping[str, frozenset[str]]
    """The lists of words in the pack by their names: what denies, how far, and whose views there are."""
    denied_after: tuple[tuple[str, ...], ...]
    reach: int
    differ: re.Pattern[str]
    beginnings: tuple[str, ...]


@cache
def opposites() -> Opposites:
    """packs/opposites.toml, its phrases by their first word, the longest first."""
    pack = tomllib.loads((files("candour.domain.packs") / "opposites.toml").read_text("utf-8"))
    facts = pack["facts"]
    listed: list[Phrase] = [
        (tuple(phrase.split()), group[0], None) for group in facts["groups"] for phrase in group
    ]
    for result in pack["results"]:
        for side, phrases in enumerate(result["sides"]):
            listed += [(tuple(phrase.split()), result["matter"], side) for phrase in phrases]
    by_first: dict[str, list[Phrase]] = {}
    for one in sorted(listed, key=lambda one: (-len(one[0]), one[0], one[1])):
        by_first.setdefault(one[0][0], []).append(one)
    phrases = {first: tuple(those) for first, those in by_first.items()}
    differ = re.compile(rf"\b(?:{'|'.join(map(re.escape, pack['differ']['words']))})\b", re.IGNORECASE)
    beginnings = tuple(pack["differ"]["beginnings"])
    after = tuple(tuple(one.split()) for one in facts["denied_after"])
    lists = {name: frozenset(facts[name]) for name in LISTS}
    asserting = frozenset(phrases.keys() | NUMBERS.keys())
    telling = asserting | lists["nothing"] | lists["denials"] | STOPS
    inside = lists["auxiliary"] | lists["denials"]
    return Opposites(phrases, asserting, telling, inside, lists, after, facts["reach"], differ, beginnings)
