"""Which phrases of a text look back from later knowledge? A list of words: it marks, and stops nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack

_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"|‘[^’\n]*’(?!\w)")
_PACK = "hindsight.toml"


@dataclass(frozen=True, slots=True)
class LookingBack:
    """A phrase as it stands in a text, from `start` to before `end`, and a better question."""

    start: int
    end: int
    words: str
    question: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    pattern: re.Pattern[str]
    but_not: re.Pattern[str] | None
    question: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """The list, and the sentence that says what such a list cannot do."""

    says: str
    phrases: tuple[_Phrase, ...]


@cache
def load_phrases() -> Phrases:
    """The list of the house. Raises Troubles where the pack has slips."""
    return read_phrases(shared_words(_PACK), _PACK)


def read_phrases(words: str, where: str) -> Phrases:
    """The list that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, _phrases)


def looking_back(text: str, phrases: Phrases | None = None) -> tuple[LookingBack, ...]:
    """Every phrase that looks back, in order; of two that overlap the longer. Quoted words are left alone."""
    own = [match.span() for match in _QUOTED.finditer(text)]
    found = [
        LookingBack(match.start(), match.end(), match[0], phrase.question)
        for phrase in (phrases or load_phrases()).phrases
        for match in phrase.pattern.finditer(text)
        if not (phrase.but_not and phrase.but_not.match(text, match.start()))
        and not any(start <= match.start() and match.end() <= end for start, end in own)
    ]
    kept: list[LookingBack] = []
    for one in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _phrases(top: Table) -> Phrases:
    return Phrases(top.text("says"), tuple(_phrase(one) for one in top.tables("phrases", least=1)))


def _phrase(table: Table) -> _Phrase:
    but_not = table.texts("but_not")
    return _Phrase(
        _pattern(table.texts("words", least=1)),
        _pattern(but_not) if but_not else None,
        table.text("question"),
    )


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, however they are spaced and whichever apostrophe they have."""
    each = (r"\s+".join(re.escape(word) for word in one.split()) for one in phrases)
    choices = "|".join(sorted(each, key=len, reverse=True)).replace("'", "['’]")
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)
