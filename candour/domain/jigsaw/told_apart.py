"""What tells one family from others: size, a rare illness, where it comes from, a rare trade, "the only"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from candour.domain.jigsaw.joins import Fact, Join, JoinKind, PublicEvent
from candour.domain.jigsaw.sayings import Sentence, number_of

MANY = 4
"""Children: fewer are so common that the number tells no family from others by itself."""
SHARED = 6
"""Words in a row that also stand in the press can be searched for."""
_ORDER = r"(?:eldest|oldest|youngest|second|third|fourth|fifth|sixth|seventh|eighth|one|only)"
_NUMBER = r"(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_FAMILY = re.compile(
    rf"\b(?:{_ORDER} of )?(?:(?:his|her|their|the|its|of|had|has|with) )?{_NUMBER} (?:other )?"
    r"(?:children|siblings|brothers(?: and sisters)?|sisters|half-siblings)\b",
    re.I,
)
_BIRTH = re.compile(r"\b(twins?|triplets?|quadruplets?)\b", re.I)
_IS_ONE = re.compile(r"\b(?:was|is|were|as|became|being|been) an? (?:[\w-]+ )?\Z", re.I)
_ONLY = re.compile(
    r"\b(?:the only|the first|the last|the youngest|the oldest|the eldest|the largest|the smallest)\b"
    r"[^.,;]{0,60}\b(?:in|of|on|to|at) (?:the|its|a|this|that) "
    r"(?:county|country|town|village|city|school|area|district|island|street|borough|year|caseload|unit)\b",
    re.I,
)


def families(sentences: Sequence[Sentence]) -> Iterator[Join]:
    for sentence in sentences:
        for match in _FAMILY.finditer(sentence.text):
            many = number_of(match[1])
            if many >= MANY:
                yield Join(
                    JoinKind.FAMILY,
                    (sentence.fact(match[0]),),
                    f"{many} children is rare: with an area and a year few families are left, and a "
                    "neighbour or a school knows which.",
                    "Say “a large family”, or “brothers and sisters”, and leave the place in the order out.",
                )
        for match in _BIRTH.finditer(sentence.text):
            yield Join(
                JoinKind.FAMILY,
                (sentence.fact(match[0]),),
                "Few births are of twins or more: a street or a class has one such pair, and knows it.",
                "Say “brothers and sisters”.",
            )


def rare_illnesses(sentences: Sequence[Sentence]) -> Iterator[Join]:
    for sentence in sentences:
        for words in _found("illness", sentence.text):
            yield Join(
                JoinKind.HEALTH,
                (sentence.fact(words),),
                f"{words[:1].upper()}{words[1:]}: few children of one area have it, and a clinic or school "
                "knows them by it.",
                "Say “a long-term condition” or “a disability”.",
            )


def trades(sentences: Sequence[Sentence]) -> Iterator[Join]:
    """Said of somebody ("was a vicar"): that a coroner sat tells nobody apart."""
    for sentence in sentences:
        for match in _patterns()["trade"].finditer(sentence.text):
            if _IS_ONE.search(sentence.text[: match.start()]):
                yield Join(
                    JoinKind.OCCUPATION,
                    (sentence.fact(match[0]),),
                    f"{match[0].capitalize()}: a town has few, and a list of them is public.",
                    "Say “worked”, or the kind of work: public service, a trade, an office.",
                )


def backgrounds(sentences: Sequence[Sentence], places: Iterable[str]) -> Iterator[Join]:
    """Where a family comes from, or what it believes, beside a small or named place within the paragraph."""
    known = tuple(places)
    for sentence in sentences:
        for words in _found("background", sentence.text):
            if (place := _place_near(sentence, sentences, known)) is not None:
                yield Join(
                    JoinKind.BACKGROUND,
                    (sentence.fact(words), place),
                    f"{words} and {place.words}: a small place has few such families, and the census "
                    "counts them by ward.",
                    "Leave out one of the two, or name a region in place of the place.",
                )


def only_ones(sentences: Sequence[Sentence]) -> Iterator[Join]:
    for sentence in sentences:
        for match in _ONLY.finditer(sentence.text):
            yield Join(
                JoinKind.ONLY_ONE,
                (sentence.fact(match[0]),),
                "One of a kind: a set of one is a name.",
                "Say “one of a few”, or leave it out.",
            )


def words_in_the_press(sentences: Sequence[Sentence], public: Iterable[PublicEvent]) -> Iterator[Join]:
    for event in public:
        known = _runs_of_words(event.words)
        for sentence in sentences:
            if shared := next((run for run in _runs_of_words(sentence.text) if run in known), None):
                yield Join(
                    JoinKind.PRESS_WORDS,
                    (Fact(sentence.paragraph, " ".join(shared)),),
                    f"The same {SHARED} words stand in {event.where}: a search for them finds the names.",
                    "Say it in other words.",
                )


def _place_near(sentence: Sentence, sentences: Sequence[Sentence], places: Sequence[str]) -> Fact | None:
    for one in sentences:
        if one.paragraph == sentence.paragraph:
            named = next((place for place in places if place in one.text), None)
            small = next(iter(_found("small_place", one.text)), None)
            if named or small:
                return one.fact(named or small or "")
    return None


def _found(kind: str, text: str) -> list[str]:
    return [match[0] for match in _patterns()[kind].finditer(text)]


def _runs_of_words(text: str) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return [tuple(words[at : at + SHARED]) for at in range(len(words) - SHARED + 1)]


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    table = tomllib.loads((files("candour.domain.packs") / "jigsaw.toml").read_text("utf-8"))
    return {
        kind: re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})s?\b", re.I)
        for kind, words in table.items()
    }
