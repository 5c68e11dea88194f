"""Days, ages, lengths of time and counts, as an open report says them in words, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from candour.domain.disclosure import View
from candour.domain.disclosure.days import Grain, whole_span
from candour.domain.jigsaw.joins import Fact

_MONTHS = "january february march april may june july august september october november december".split()
_SMALL = (
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = dict(
    zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)
)
_NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})[- ](?:{'|'.join(_SMALL[1:10])})|{'|'.join([*_SMALL, *_TENS])})"
)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+(?=\s|\Z)|\Z)")

_DAY = re.compile(rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)? )?({'|'.join(_MONTHS)}) (\d{{4}})\b", re.I)
_SEASON = re.compile(r"\b(spring|summer|autumn|winter) (\d{4})(?:/\d{2})?\b", re.I)
_MIDDLES = {"winter": 1, "spring": 4, "summer": 7, "autumn": 10}
_AGE = re.compile(
    rf"\baged ({_NUMBER})\b(?! (?:to|or)\b)|\b({_NUMBER})[- ]years?[- ]old\b|\b({_NUMBER}) years of age\b"
    rf"|\b(?:turned|(?:\w+’s|\w+'s|his|her|their)) ({_NUMBER})(?:th|st|nd|rd)? birthday\b",
    re.I,
)
_LENGTH = re.compile(rf"\b({_NUMBER}) (day|week|fortnight|month|year)s?\b", re.I)
_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_EXACT = ("day", "week", "fortnight")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the open report, its paragraph, and its place in the whole of it."""

    paragraph: int
    text: str
    place: int

    def fact(self, words: str) -> Fact:
        return Fact(self.paragraph, " ".join(words.split()))


@dataclass(frozen=True, slots=True)
class SaidDay:
    """`first` and `last` are the same where a whole day is told."""

    sentence: Sentence
    words: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class SaidAge:
    sentence: Sentence
    words: str
    years: int


@dataclass(frozen=True, slots=True)
class SaidLength:
    """`days` is None for months and years, which are no exact count."""

    sentence: Sentence
    words: str
    days: int | None


def sentences_of(view: View) -> tuple[Sentence, ...]:
    """Title, titles of parts, paragraphs and what stands under them."""
    found: list[Sentence] = []

    def add(paragraph: int, text: str) -> None:
        for match in _SENTENCE.finditer(text):
            if match[0].strip():
                found.append(Sentence(paragraph, match[0].strip(), len(found)))

    add(0, view.title)
    for part in view.parts:
        add(part.paragraphs[0].number if part.paragraphs else 0, part.title)
        for one in part.told:
            add(one.number, one.text)
            for under in one.under:
                for text in under.texts:
                    add(one.number, text)
    return tuple(found)


def days_said(sentence: Sentence) -> Iterator[SaidDay]:
    for match in _DAY.finditer(sentence.text):
        month, year = _MONTHS.index(match[2].lower()) + 1, int(match[3])
        try:
            day = date(year, month, int(match[1] or 1))
        except ValueError:
            continue
        first, last = (day, day) if match[1] else whole_span(day, Grain.MONTH)
        yield SaidDay(sentence, match[0], first, last)
    for match in _SEASON.finditer(sentence.text):
        season = match[1].lower()
        year = int(match[2]) + ("/" in match[0])
        yield SaidDay(sentence, match[0], *whole_span(date(year, _MIDDLES[season], 1), Grain.SEASON))


def ages_said(sentence: Sentence) -> Iterator[SaidAge]:
    for match in _AGE.finditer(sentence.text):
        yield SaidAge(sentence, match[0], number_of(next(one for one in match.groups() if one)))


def lengths_said(sentence: Sentence) -> Iterator[SaidLength]:
    for match in _LENGTH.finditer(sentence.text):
        if re.match(r"[- ](?:old\b|of age\b)", sentence.text[match.end() :]):
            continue
        unit = match[2].lower()
        yield SaidLength(sentence, match[0], number_of(match[1]) * _DAYS_IN[unit] if unit in _EXACT else None)


def number_of(words: str) -> int:
    """ "11", "eleven", "twenty-one"."""
    low = words.lower()
    if low.isdecimal():
        return int(low)
    if low in _SMALL:
        return _SMALL.index(low)
    tens, _, rest = low.replace("-", " ").partition(" ")
    return _TENS[tens] + (_SMALL.index(rest) if rest else 0)


def days_on(day: date, days: int) -> date:
    return day + timedelta(days=days)


def spoken(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"
