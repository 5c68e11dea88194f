"""What one word may mean for a cast: decided once for every distinct word, however often it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from functools import lru_cache

from candour.domain.identity import Cast
from candour.domain.nets.identifiers import AGE_SIGNS
from candour.domain.nets.known import known_words
from candour.domain.nets.named import Named, Part, Phrase, named_of
from candour.domain.nets.near import Near
from candour.domain.nets.tokens import folded

_CAPITALISED = re.compile(r"[A-Z][^\WA-Z\d_]+")
MOST_KEPT = 200_000
"""Words whose senses are kept for a cast, so that its next text is read the faster."""


class How(StrEnum):
    """In which way a name of the cast was written; more may come, none changes its meaning."""

    EXACT = "exact"
    FOLDED = "folded"
    NICKNAME = "nickname"
    ALIAS = "alias"
    FORMER = "former_name"
    INITIALS = "initials"
    PLURAL = "plural"
    JOINED = "joined"
    SPLIT = "split_over_lines"
    NEAR = "near_spelling"
    NUMBER = "number"
    ADDRESS = "address"
    HANDLE = "handle"


class Needs(IntEnum):
    """What a word needs from the words around it before it counts as a name."""

    NOTHING = 0
    NO_DENIAL = 1
    """An everyday word with a capital (Rose, Page): counts unless its place says that it is the word."""
    PROOF = 2
    """An everyday word in small letters, or one that is merely like a name: counts only beside a proof."""


@dataclass(frozen=True, slots=True)
class Sense:
    """`parts`: whose name it may be, as what. `phrases`: names of several words that it may stand in."""

    how: How
    needs: Needs
    parts: tuple[Part, ...] = ()
    phrases: tuple[tuple[Phrase, int], ...] = ()
    keys: frozenset[str] = frozenset()


_ROLES = {"nickname": How.NICKNAME, "alias": How.ALIAS, "former": How.FORMER, "joined": How.JOINED}
_ABBREVIATIONS = frozenset(
    "AM CP DC DI DS DV ED EH FT GP HM HR HV ID IT LA MP MR MS NB NI NO NR OK OT PC PM PS RE SS SW TA TC TV "
    "UC UK US VA".split()
)
"""Records use these all the time: without full stops initials only beside a proof."""
NEVER_NEAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues "
    "wed thu thur thurs fri sat sun easter christmas ramadan diwali marac mappa mash the and then there they "
    "this that she her his".split()
)
"""Too common to be taken for a slip."""


class Senses:
    """The senses of words for one cast, kept as they are met. A word without one is None."""

    def __init__(self, cast: Cast) -> None:
        self.named: Named = named_of(cast)
        self.of: dict[str, Sense | None] = {}
        near = [word for word, parts in self.named.parts.items() if _may_be_near(word, parts)]
        self._near = Near([*near, *self.named.anchors])
        self._known = known_words()
        self.names = frozenset(self.named.parts) | frozenset(self.named.anchors)
        plurals = {f"{word}{ending}" for word in self.named.parts for ending in ("s", "es")}
        self.names |= plurals
        self._looked_at = self.names & self._known
        self.names |= self.named.beginnings | AGE_SIGNS

    def learn(self, words: frozenset[str]) -> None:
        """Every word gets its sense, once: an everyday word that is merely near to a name has none."""
        if len(self.of) > MOST_KEPT:
            self.of.clear()
        of = self.of
        for word in ((words - self._known) | (words & self._looked_at)) - of.keys():
            of[word] = self._sense(word)

    def initials(self, word: str) -> Sense | None:
        """Two to four capitals that are somebody's initials."""
        keys = self.named.initials.get(folded(word))
        return Sense(How.INITIALS, Needs.NOTHING, keys=frozenset(keys)) if keys else None

    def _of_initials(self, word: str) -> Sense | None:
        """ "JS", and "JSs" that lost its apostrophe; a short form that all records use needs proof."""
        bare = word[:-1] if word[-1] == "s" and len(word) > 2 else word
        sense = self.initials(bare) if bare.isupper() else None
        return replace(sense, needs=Needs.PROOF) if sense and bare in _ABBREVIATIONS else sense

    def _sense(self, word: str) -> Sense | None:
        low = folded(word)
        if low.isdigit():
            return None
        exact = self._exact(word, low)
        initials = self._of_initials(word) if 1 < len(word) <= 5 else None
        if exact or initials:
            return _either(exact, initials)
        if (run_on := self._run_on(word)) is not None:
            return run_on
        plural = self._plural(word, low)
        if plural and plural.needs is Needs.NOTHING:
            return plural
        return _either(plural, self._by_slip(word, low))

    def _exact(self, word: str, low: str) -> Sense | None:
        parts, phrases = self.named.parts.get(low, ()), self.named.anchors.get(low, ())
        if not parts and not phrases:
            return None
        how = next((_ROLES[one.role] for one in parts if one.role in _ROLES), How.EXACT)
        if any(one.role not in _ROLES for one in parts):
            how = How.EXACT if word.isascii() and word[1:].islower() and word[0].isupper() else How.FOLDED
        needs = Needs.NOTHING
        if low in self._known or len(low) < 3:
            needs = Needs.NO_DENIAL if word[0].isupper() else Needs.PROOF
        return _sense(how, needs, parts, phrases)

    def _run_on(self, word: str) -> Sense | None:
        """ "AnnaKowalski" in the name of a file: two words of one person's name with their capitals."""
        halves = _CAPITALISED.findall(word)
        if len(halves) < 2 or "".join(halves) != word:
            return None
        several = [self.named.parts.get(folded(half), ()) for half in halves]
        keys = frozenset.intersection(*(frozenset(one.key for one in parts) for parts in several))
        if not keys:
            return None
        parts = tuple(one for parts in several for one in parts if one.key in keys)
        return Sense(How.JOINED, Needs.NOTHING, parts, (), keys)

    def _plural(self, word: str, low: str) -> Sense | None:
        """ "the Kowalskis", and a possessive that lost its apostrophe."""
        for ending in ("s", "es"):
            stem = low.removesuffix(ending)
            parts = self.named.parts.get(stem, ()) if stem != low and len(stem) > 1 else ()
            if parts:
                plain = low in self._known or stem in self._known
                capital = Needs.NO_DENIAL if plain or len(stem) < 3 else Needs.NOTHING
                small = Needs.PROOF if plain or len(stem) < 4 else Needs.NOTHING
                return _sense(How.PLURAL, capital if word[0].isupper() else small, parts)
        return None

    def _by_slip(self, word: str, low: str) -> Sense | None:
        if low in NEVER_NEAR or low in self.named.particles:
            return None
        names, likely = self._near.names(low)
        if not names and low[-1:] == "s" and len(low) > 4:
            names, likely = self._near.names(low[:-1])
        if not names and low[-2:] == "es" and len(low) > 6:
            names, likely = self._near.names(low[:-2])
        if not names:
            return None
        parts = tuple(part for name in names for part in self.named.parts.get(name, ()))
        phrases = tuple(one for name in names for one in self.named.anchors.get(name, ()))
        needs = Needs.NOTHING if likely else Needs.NO_DENIAL
        if low in self._known or len(low) < (4 if word[0].islower() else 3):
            needs = Needs.PROOF
        return _sense(How.NEAR, needs, parts, phrases)


@lru_cache(maxsize=32)
def senses_of(cast: Cast) -> Senses:
    """The senses of a cast, kept for the next text."""
    return Senses(cast)


def _sense(
    how: How, needs: Needs, parts: tuple[Part, ...], phrases: tuple[tuple[Phrase, int], ...] = ()
) -> Sense:
    return Sense(how, needs, parts, phrases, frozenset(one.key for one in parts))


def _either(one: Sense | None, other: Sense | None) -> Sense | None:
    """Both meanings of a word that has two: "ZO" is Zoe, or the initials of somebody else."""
    if one is None or other is None:
        return one or other
    needs = min(one.needs, other.needs)
    return Sense(one.how, needs, one.parts + other.parts, one.phrases + other.phrases, one.keys | other.keys)


def _may_be_near(word: str, parts: tuple[Part, ...]) -> bool:
    """Short pet names are too near to too much."""
    return len(word) > 3 or any(one.role != "nickname" for one in parts)
