"""The same report about other people: what the open view does not show is different, what it shows is not.

Files made of both must be the same byte by byte. Where they are not, something that is closed had a hand in
the open file, were it only by its length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from itertools import chain
from typing import Any

from candour.domain.disclosure.lots import Lots
from candour.domain.disclosure.other_days import other_days
from candour.domain.disclosure.other_words import OtherWords
from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.texts import days_told, every_day
from candour.domain.disclosure.tokens import Day, Phrase, Token, Words, tokens_of, written
from candour.domain.disclosure.under import Figure, Quotation, Under
from candour.domain.disclosure.words import Audience
from candour.domain.identity import Cast, Person

_NAMES = ("aliases", "former")
_DAYS = ("born", "died")


def twin(source: Source, cast: Cast, seed: int) -> tuple[Source, Cast]:
    """Another source and cast with the same open view. Raises Trouble where its days leave no others.

    Changed: names, other names, days of birth and all days within what is told of them, closed words, notes
    and reasons. Kept: keys, pseudonyms, public names, and every word that was typed to be open.
    """
    chance = Lots(seed)
    told = days_told(source, lambda paragraph, part: False)
    ends = (getattr(one, "died", None) for one in cast.people)
    every = [*every_day(source), *(day for day in ends if day is not None)]
    making = _Twin(OtherWords(chance, cast.pseudonyms), other_days(every, told, cast, chance))
    people = tuple(making.person(person) for person in cast.people)
    return making.source(source), replace(cast, people=people)


class _Twin:
    def __init__(self, words: OtherWords, days: dict[date, date]) -> None:
        self._words, self._days = words, days

    def person(self, person: Person) -> Person:
        if person.is_public:
            return person
        changed: dict[str, Any] = {
            "name": self._words.text(person.name),
            "note": self._words.text(person.note),
        }
        for one in (field.name for field in fields(person)):
            before = getattr(person, one)
            if one in _NAMES:
                changed[one] = tuple(map(self._words.text, before))
            elif one in _DAYS and before is not None:
                changed[one] = self._days[before]
        return replace(person, **changed)

    def source(self, source: Source) -> Source:
        return replace(source, title=self._open(source.title), parts=tuple(map(self._part, source.parts)))

    def _part(self, part: Part) -> Part:
        return replace(
            part,
            title=self._open(part.title),
            titles=tuple((edition, self._open(title)) for edition, title in part.titles),
            paragraphs=tuple(map(self._paragraph, part.paragraphs)),
        )

    def _paragraph(self, one: Paragraph) -> Paragraph:
        closed = one.audience is Audience.CLOSED
        return replace(
            one,
            text=self._said(one.text, closed=closed),
            reason=self._said(one.reason, closed=True),
            gist=self._open(one.gist),
            rests_on=tuple(map(self._words.text, one.rests_on)),
            under=tuple(self._under(under, closed=closed) for under in one.under),
            wordings=tuple((edition, self._said(words, closed=closed)) for edition, words in one.wordings),
            phrase_reasons=(),  # the twin's phrases have other words, so these reasons are of none of them
        )

    def _under(self, one: Under, *, closed: bool) -> Under:
        closed = closed or one.audience is Audience.CLOSED

        def said(text: str) -> str:
            return self._said(text, closed=closed)

        common: dict[str, Any] = {"gist": self._open(one.gist), "reason": self._said(one.reason, closed=True)}
        match one:
            case Quotation():
                return replace(one, text=said(one.text), by=said(one.by), **common)
            case Figure():
                rows = tuple(tuple(map(said, row)) for row in one.rows)
                longer = (*rows, rows[0]) if closed else rows
                columns = tuple(map(said, one.columns))
                return replace(
                    one, title=said(one.title), alt=said(one.alt), columns=columns, rows=longer, **common
                )
            case _:
                return replace(one, text=said(one.text), **common)

    def _open(self, text: str) -> str:
        return self._said(text, closed=False)

    def _said(self, text: str, *, closed: bool) -> str:
        return written(self._tokens(tokens_of(text, "the twin"), closed=closed))

    def _tokens(self, tokens: Iterable[Token], *, closed: bool) -> tuple[Token, ...]:
        return tuple(chain.from_iterable(self._token(one, closed=closed) for one in tokens))

    def _token(self, one: Token, *, closed: bool) -> tuple[Token, ...]:
        match one:
            case Words(text):
                return (Words(self._words.text(text)) if closed else one,)
            case Day(day, _, _, since):
                return (replace(one, day=self._days[day], since=self._days[since] if since else None),)
            case Phrase(secret, gist):
                others = self._tokens(secret, closed=True)
                more = () if closed else (Words(f" {self._words.text('more')}"),)
                return (Phrase((*others, *more), self._tokens(gist, closed=closed)),)
            case _:
                return (one,)
