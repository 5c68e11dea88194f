"""What one word may mean for a cast: decided once for every distinct word, however often it comes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from functools import lru_cache

from candour.domain.identity import Cast
from candour.domain.leaks.everyday import everyday_words
from candour.domain.nets.kinds import AGE_SIGNS, MOST_KEPT, KindsForCast
from candour.domain.nets.known import known_words
from candour.domain.nets.letters import folded
from candour.domain.nets.named import Named, Part, Phrase, named_of
from candour.domain.nets.near import Near
from candour.domain.nets.tokens import Tokens, tokens_of

_CAPITALISED = re.compile(r"[A-Z][^\WA-Z\d_]*")


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
    NO_ARTICLE = 1
    """A seldom word in small letters (ruby, dean), which is a name unless "a" or "the" stands before it."""
    NO_DENIAL = 2
    """An everyday word with a capital (Rose, Page): counts unless its place says that it is the word."""
    PROOF = 3
    """An everyday word in small letters, or one that is merely like a name: counts only beside a proof."""


@dataclass(frozen=True, slots=True)
class Sense:
    """`parts`: whose name it may be, as what. `phrases`: names of several words that it may stand in.

    `told`: the first of the keys and the others. `forenames`, `others`: is one of its parts a forename or a
    short form of one, and is one neither?
    """

    how: How
    needs: Needs
    parts: tuple[Part, ...] = ()
    phrases: tuple[tuple[Phrase, int], ...] = ()
    keys: frozenset[str] = frozenset()
    told: tuple[str, tuple[str, ...]] = field(init=False, compare=False, default=("", ()))
    forenames: bool = field(init=False, compare=False, default=False)
    others: bool = field(init=False, compare=False, default=False)

    def __post_init__(self) -> None:
        if self.keys:
            key, *also = sorted(self.keys)
            object.__setattr__(self, "told", (key, tuple(also)))
        fore = [one.role in _FORE for one in self.parts]
        object.__setattr__(self, "forenames", any(fore))
        object.__setattr__(self, "others", not all(fore))


_FORE = frozenset(("forename", "nickname", "clipped"))
_ROLES = {
    "nickname": How.NICKNAME,
    "alias": How.ALIAS,
    "former": How.FORMER,
    "joined": How.JOINED,
    "clipped": How.NICKNAME,
}
_ROLES_IN_SHORT = frozenset(
    "AM CP DC DI DS DV ED EH FT GP HM HR HV ID LA MP MR MS NR OT PC PM PS RE SS SW TA TC TV UC VA".split()
)
"""Records use these all the time: without full stops they are initials unless their place says otherwise."""
_NEVER_INITIALS = frozenset("IT NB NI NO OK UK US".split())
"""These need a proof that they are."""
NEVER_NEAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec nee née monday tuesday wednesday thursday friday saturday sunday mon "
    "tue tues wed thu thur thurs fri sat sun easter christmas ramadan diwali marac mappa mash the and then "
    "there they this that she her his see seen saw say all any are but can day did for get got had has him "
    "how its let may new not now off old one our out own per put ran run sat set six ten too two use via was "
    "way who why yes yet you your".split()
)
"""Too common to be taken for a slip."""


class Senses(dict[str, "Sense | None"]):
    """Word -> its sense for one cast, learnt as words are met; None where it has none."""

    def __init__(self, cast: Cast) -> None:
        super().__init__()
        self.named: Named = named_of(cast)
        near = [word for word, parts in self.named.parts.items() if _may_be_near(word, parts)]
        self._near = Near([*near, *self.named.anchors])
        self._near_short = Near(_short_names(self.named.parts))
        self._known, self._everyday = known_words(), everyday_words()
        self._initials = {
            letters: Sense(How.INITIALS, Needs.NOTHING, keys=frozenset(keys))
            for letters, keys in self.named.initials.items()
        }
        names = frozenset(self.named.parts) | frozenset(self.named.anchors)
        names |= {f"{word}{ending}" for word in self.named.parts for ending in ("s", "es")}
        self._looked_at = names & self._known
        self.names = names | self.named.beginnings | AGE_SIGNS
        self.kinds = KindsForCast(self.names, self.named.beginnings, self._is_meant)

    def __missing__(self, word: str) -> Sense | None:
        sense = None if word in self._known and word not in self._looked_at else self._sense(word)
        self[word] = sense
        return sense

    def tokens(self, text: str) -> Tokens:
        """The words of a text with their kinds for this cast."""
        if len(self) > MOST_KEPT:
            self.clear()
        return tokens_of(text, self.kinds, self._known, self.names)

    def _is_meant(self, word: str) -> bool:
        return self[word] is not None

    def initials(self, word: str) -> Sense | None:
        """Two to four capitals that are somebody's initials."""
        return self._initials.get(folded(word))

    def _of_initials(self, word: str) -> Sense | None:
        """ "JS", and "JSs" that lost its apostrophe; a short form that all records use needs proof."""
        bare = word[:-1] if word[-1] == "s" and len(word) > 2 else word
        sense = self.initials(bare) if bare.isupper() else None
        if sense is None or bare not in _ROLES_IN_SHORT | _NEVER_INITIALS:
            return sense
        return replace(sense, needs=Needs.NO_DENIAL if bare in _ROLES_IN_SHORT else Needs.PROOF)

    def _sense(self, word: str) -> Sense | None:
        low = folded(word)
        if low.isdigit():
            return None
        exact = self._exact(word, low) or (self._numbered(low) if low[-1:].isdigit() else None)
        initials = self._of_initials(word) if 1 < len(word) <= 5 else None
        if exact and not exact.phrases and all(one.role == "clipped" for one in exact.parts):
            exact = _either(exact, self._by_slip(word, low))
        if exact or initials:
            return _either(exact, initials)
        if not (word.islower() or word.istitle()) and (run_on := self._run_on(word)) is not None:
            return run_on
        plural = self._plural(word, low) if low[-1:] == "s" else None
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
        return _sense(how, self._needs(word, low, parts), parts, phrases)

    def _numbered(self, low: str) -> Sense | None:
        """ "hill26", as people call themselves; an everyday word so only beside its name."""
        stem = low.rstrip("0123456789")
        parts = self.named.parts.get(stem, ()) if 2 < len(stem) < len(low) < len(stem) + 5 else ()
        needs = Needs.PROOF if stem in self._known else Needs.NOTHING
        return _sense(How.JOINED, needs, parts) if parts else None

    def _needs(self, word: str, low: str, parts: tuple[Part, ...]) -> Needs:
        """By how common the word is when it is no name."""
        if low in self._everyday:
            return Needs.NO_DENIAL if word[0].isupper() else Needs.PROOF
        clipped = all(one.role == "clipped" for one in parts)
        if clipped and word.isupper():
            return Needs.PROOF
        if word[0].isupper():
            return Needs.NO_DENIAL if clipped and len(low) < 4 else Needs.NOTHING
        return Needs.NO_ARTICLE if clipped or len(low) < 3 or low in self._known else Needs.NOTHING

    def _run_on(self, word: str) -> Sense | None:
        """ "AnnaKowalski" in the name of a file: two words of one person's name with their capitals."""
        pieces = _CAPITALISED.findall(word)
        if len(pieces) < 2 or "".join(pieces) != word:
            return None
        several = list[tuple[Part, ...]]()
        while pieces:
            ends = (end for end in range(min(len(pieces), 3), 0, -1) if self._joined(pieces[:end]))
            if not (end := next(ends, 0)):
                return None
            several.append(self._joined(pieces[:end]))
            del pieces[:end]
        keys = frozenset.intersection(*(frozenset(one.key for one in parts) for parts in several))
        if not keys:
            return None
        parts = tuple(one for parts in several for one in parts if one.key in keys)
        return Sense(How.JOINED, Needs.NOTHING, parts, (), keys)

    def _joined(self, pieces: list[str]) -> tuple[Part, ...]:
        return self.named.parts.get(folded("".join(pieces)), ())

    def _plural(self, word: str, low: str) -> Sense | None:
        """ "the Kowalskis", and a possessive that lost its apostrophe."""
        for ending in ("s", "es"):
            stem = low.removesuffix(ending)
            parts = self.named.parts.get(stem, ()) if stem != low and len(stem) > 1 else ()
            if any(one.role != "clipped" for one in parts):
                plain = low in self._known or (ending == "es" and stem in self._known)
                short = len(stem) < 4 or stem in self._known
                capital = Needs.NO_DENIAL if plain or len(stem) < 3 else Needs.NOTHING
                small = Needs.PROOF if plain else Needs.NO_ARTICLE if short else Needs.NOTHING
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
        if not names and word.istitle():
            return self._by_two_slips(low)
        if not names:
            return None
        parts = tuple(part for name in names for part in self.named.parts.get(name, ()))
        phrases = tuple(one for name in names for one in self.named.anchors.get(name, ()))
        needs = Needs.NOTHING if likely else Needs.NO_DENIAL
        if low in self._known or len(low) < (4 if word[0].islower() else 3):
            needs = Needs.PROOF
        return _sense(How.NEAR, needs, parts, phrases)

    def _by_two_slips(self, low: str) -> Sense | None:
        """With its capital: a pet name of three letters with one slip, a longer name with two."""
        if low in self._known:
            return None
        if len(low) < 5:
            names, likely = self._near_short.names(low)
            needs = Needs.PROOF
        else:
            names, likely = self._near.names(low, by_first=True)
            needs = Needs.NOTHING if likely else Needs.NO_DENIAL
        if not names:
            return None
        return _sense(
            How.NEAR, needs, tuple(part for name in names for part in self.named.parts.get(name, ()))
        )


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
    if len(word) > 3:
        return any(one.role != "clipped" for one in parts)
    return any(one.role not in ("nickname", "clipped") for one in parts)


def _short_names(parts: Mapping[str, tuple[Part, ...]]) -> list[str]:
    return [
        word for word, its in parts.items() if len(word) == 3 and any(one.role != "clipped" for one in its)
    ]
