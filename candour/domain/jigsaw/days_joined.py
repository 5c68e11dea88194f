"""Days, ages and lengths of time that give another day by a sum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from candour.domain.jigsaw.joins import Join, JoinKind, PublicEvent
from candour.domain.jigsaw.sayings import (
    SaidAge,
    SaidDay,
    SaidLength,
    Sentence,
    ages_said,
    days_on,
    days_said,
    lengths_said,
    spoken,
)

NEAR = 3
"""Sentences: an age or a length is taken with the day told at most so far before or after it."""
NARROW = 92
"""Days: a birthday that lies within a season is told as a join."""
_FORTNIGHT = 14


def birthdays(sentences: Sequence[Sentence], names: Iterable[str]) -> Iterator[Join]:
    """Two ages of one person, each with its day: the birthday lies between."""
    for name in names:
        told = [pair for pair in _dated_ages(sentences) if _is_about(pair[0].sentence, name, sentences)]
        for (younger, earlier), (older, later) in combinations(sorted(told, key=_when), 2):
            if older.years != younger.years + 1 or (later.last - earlier.first).days > NARROW:
                continue
            born_first, born_last = _back(earlier.first, older.years), _back(later.last, older.years)
            yield Join(
                JoinKind.BIRTHDAY,
                (
                    younger.sentence.fact(f"{younger.words}, {earlier.words}"),
                    older.sentence.fact(f"{older.words}, {later.words}"),
                ),
                f"{name} is {younger.years} in {earlier.words} and {older.years} in {later.words}, so the "
                f"birthday lies between, and the birth between {spoken(born_first)} and {spoken(born_last)}.",
                "Give both ages as one band (aged 5 to 8), or one of the days as a year.",
            )


def intervals(sentences: Sequence[Sentence]) -> Iterator[Join]:
    """An exact length of time beside a day: the sum is another day."""
    for sentence in sentences:
        for length in lengths_said(sentence):
            if length.days is None:
                continue
            if (near := _nearest_day(sentence, sentences)) is not None:
                yield _interval(length, length.days, near)


def in_the_press(sentences: Sequence[Sentence], public: Iterable[PublicEvent]) -> Iterator[Join]:
    """A day or month in which something happened that anybody can look up."""
    for event in public:
        for sentence in sentences:
            for said in days_said(sentence):
                if said.first <= event.day <= said.last:
                    yield _press(said, event)


def _press(said: SaidDay, event: PublicEvent) -> Join:
    known = f"{event.where} tells of {event.what} on {spoken(event.day)}."
    whole = said.first == said.last
    return Join(
        JoinKind.PRESS,
        (said.sentence.fact(said.words),),
        f"{known} The report tells the same day: who looks it up has the names."
        if whole
        else f"{known} That lies in {said.words}: who knows the one reads the other, and learns the day too.",
        "Give the day as its season or year." if whole else "Give the month as its season or year.",
    )


def _interval(length: SaidLength, days: int, near: SaidDay) -> Join:
    facts = (length.sentence.fact(length.words), near.sentence.fact(near.words))
    after, before = days_on(near.first, days), days_on(near.last, -days)
    if near.first == near.last:
        why = (
            f"{near.words} and {length.words}: {near.words} + {days} days = {spoken(after)}, "
            f"{near.words} - {days} days = {spoken(before)}."
        )
        return Join(JoinKind.INTERVAL, facts, why, "Say “some days later”, or give the day as its month.")
    why = (
        f"{length.words} from a day in {near.words} lies between {spoken(after)} and "
        f"{spoken(days_on(near.last, days))}, or between {spoken(days_on(near.first, -days))} and "
        f"{spoken(before)}; one more day that is known gives both."
    )
    return Join(JoinKind.INTERVAL, facts, why, "Say “some days” or “a few weeks”.")


def _dated_ages(sentences: Sequence[Sentence]) -> Iterator[tuple[SaidAge, SaidDay]]:
    for sentence in sentences:
        for age in ages_said(sentence):
            if (near := _nearest_day(sentence, sentences)) is not None:
                yield age, near


def _nearest_day(sentence: Sentence, sentences: Sequence[Sentence]) -> SaidDay | None:
    near = sentences[max(0, sentence.place - NEAR) : sentence.place + NEAR + 1]
    said = [day for one in near for day in days_said(one)]
    return min(said, key=lambda day: _distance(day, sentence), default=None)


def _distance(day: SaidDay, sentence: Sentence) -> tuple[int, bool]:
    apart = day.sentence.place - sentence.place
    return abs(apart), apart > 0


def _is_about(sentence: Sentence, name: str, sentences: Sequence[Sentence]) -> bool:
    """Whether the person is named there, or was the last to be named in the sentence before."""
    before = sentences[sentence.place - 1].text if sentence.place else ""
    return name in sentence.text or (name in before and "they" not in sentence.text.lower().split()[:1])


def _when(pair: tuple[SaidAge, SaidDay]) -> tuple[date, int]:
    return pair[1].first, pair[0].years


def _back(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 3, 1)
