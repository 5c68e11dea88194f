"""The same report about other people: what the open view does not show is different, what it shows is not.

Files made of both must be the same byte by byte. Where they are not, something that is closed had a hand in
the open file, were it only by its length.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from typing import Any

from candour.domain.disclosure.lots import Lots
from candour.domain.disclosure.other_days import other_days
from candour.domain.disclosure.other_words import OtherWords
from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.texts import days_told, every_day
from candour.domain.disclosure.tokens import Day, Name, Phrase, Token, Words, tokens_of, written
from candour.domain.disclosure.under import Figure, Quotation, Under
from candour.domain.disclosure.words import Audience
from candour.domain.identity import Cast, Household, Person, Relation, RelationKind

_WORDS = ("name", "note", "role", "relation")
_LISTS = ("aliases", "former", "titles")
_EARLY = date(1950, 3, 1)
_LONG = timedelta(days=431)


def twin(source: Source, cast: Cast, seed: int) -> tuple[Source, Cast]:
    """Another source and cast with the same open view. Raises Trouble where its days leave no others.

    Changed: keys, names, other names and how many there are, titles, roles, relations, sex, notes, days of
    birth and all days within what is told of them, closed words, how many stand under them, and reasons.
    Kept: kinds, pseudonyms, public names, and every word that was typed to be open.
    """
    chance = Lots(seed)
    told = days_told(source, lambda paragraph, part: False)
    every = [*every_day(source), *(one.died for one in cast.people if one.died is not None)]
    days = other_days(every, told, cast, chance)
    making = _Twin(OtherWords(chance, cast.pseudonyms), days, [one.key for one in cast.people])
    return making.source(source), making.cast(cast)


class _Twin:
    def __init__(self, words: OtherWords, days: dict[date, date], keys: Iterable[str]) -> None:
        self._words, self._days = words, days
        self._keys = {key: f"{words.text('key')}-{n}" for n, key in enumerate(keys, 1)}

    def cast(self, cast: Cast) -> Cast:
        return Cast(
            tuple(map(self._person, cast.people)),
            tuple(map(self._relation, cast.relations)),
            tuple(map(self._household, cast.households)),
        )

    def _person(self, person: Person) -> Person:
        """Also what was left empty is filled: whether a note or a day of death is there tells something."""
        changed: dict[str, Any] = {one: self._words.text(getattr(person, one) or "none") for one in _WORDS}
        changed |= {one: self._more(getattr(person, one)) for one in _LISTS}
        first, last = min(self._days.values(), default=_EARLY), max(self._days.values(), default=_EARLY)
        changed["born"] = self._days[person.born] if person.born else first - _LONG
        changed["died"] = self._days[person.died] if person.died else last + _LONG
        if person.is_public:
            changed |= {"name": person.name, "pseudonym": person.pseudonym}
        return replace(person, key=self._keys[person.key], sex="m" if person.sex == "f" else "f", **changed)

    def _more(self, several: tuple[str, ...]) -> tuple[str, ...]:
        """One more of them: how many there are is nobody's business either."""
        return (*map(self._words.text, several), self._words.text("another"))

    def _relation(self, one: Relation) -> Relation:
        kind = next(kind for kind in RelationKind if kind is not one.kind)
        begins, ends = self._since(one.begins, one.ends)
        return replace(one, kind=kind, a=self._keys[one.a], b=self._keys[one.b], begins=begins, ends=ends)

    def _household(self, one: Household) -> Household:
        begins, ends = self._since(one.begins, one.ends)
        members = tuple(self._keys[key] for key in one.members)
        return replace(one, address=self._keys[one.address], members=members, begins=begins, ends=ends)

    def _since(self, *days: date | None) -> tuple[date | None, ...]:
        return tuple(day and day - _LONG for day in days)

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
            rests_on=self._more(one.rests_on),
            under=(*(self._under(under, closed=closed) for under in one.under), *self._hidden(closed=closed)),
            wordings=tuple((edition, self._said(words, closed=closed)) for edition, words in one.wordings),
            phrase_reasons=(),  # the twin's phrases have other words, so these reasons are of none of them
        )

    def _hidden(self, *, closed: bool) -> tuple[Under, ...]:
        """One more quotation where nobody sees it; figures and notes are numbered for every audience."""
        return (Quotation(self._words.text("another")),) if closed else ()

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
            case Name(key):
                return (replace(one, key=self._keys.get(key, key)),)
            case Day(day, _, of, since):
                then = self._days[since] if since else None
                return (replace(one, day=self._days[day], of=self._keys.get(of, of), since=then),)
            case Phrase(secret, gist):
                others = self._tokens(secret, closed=True)
                more = () if closed else (Words(f" {self._words.text('more')}"),)
                return (Phrase((*others, *more), self._tokens(gist, closed=closed)),)
            case _:
                return (one,)
