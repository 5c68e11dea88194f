"""The references in a text, and what each audience reads in their place.

`[[mother]]` is one of the cast, `[[mother's]]` what is hers; `[[on 2014-02-11]]` a day, which the open report
gives as its month, or as `[[on 2014-02-11 as season]]` says; `[[closed: words | gist]]` a closed phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure.days import Grain, age_on, age_words, band_of, count_on, in_words
from candour.domain.disclosure.tokens import Day, Name, Phrase, Token, Words, tokens_of
from candour.domain.disclosure.words import Audience
from candour.domain.identity import Cast, Person
from candour.domain.identity.person import KEY
from candour.domain.trouble import Trouble

_PREPOSITION = re.compile(r"\b([Oo]n|[Ii]n)(\s+)\Z")
_PLAIN_GRAINS = (Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.YEAR)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text as one audience reads it; `decided`: it came from a reference, not from typing.

    `key`: whom of the cast the reference names.
    """

    text: str
    decided: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Teller:
    """`audience` decides on names and days, `phrases` on closed phrases: an order may open those alone."""

    cast: Cast
    audience: Audience
    phrases: Audience
    where: str

    def runs(self, tokens: Iterable[Token]) -> Iterator[Run]:
        before = ""
        for token in tokens:
            match token:
                case Words(text):
                    yield Run(before, decided=False)
                    before = text
                case Name():
                    yield Run(before, decided=False)
                    before = ""
                    yield Run(self._name(token), decided=True, key=token.key)
                case Day():
                    grain = token.how if self.audience is Audience.OPEN else Grain.DAY
                    yield Run(_with_preposition(before, grain), decided=False)
                    before = ""
                    yield Run(self._day(token), decided=True)
                case Phrase(secret, gist):
                    yield Run(before, decided=False)
                    before = ""
                    yield from self._phrase(secret, gist)
        yield Run(before, decided=False)

    def _phrase(self, secret: tuple[Token, ...], gist: tuple[Token, ...]) -> Iterator[Run]:
        """In square brackets: a reader is told where words stand for others."""
        if self.phrases is Audience.CLOSED:
            yield Run("[closed: ", decided=False)
            yield from self.runs(secret)
            yield Run("]", decided=False)
        else:
            yield Run("[", decided=False)
            yield from self.runs(gist or (Words("…"),))
            yield Run("]", decided=False)

    def _name(self, token: Name) -> str:
        person = self._person(token.key)
        if self.audience is Audience.OPEN and not person.pseudonym:
            raise Trouble(
                f"“{token.key}” has no pseudonym yet.", where=self.where, do="Choose one in the cast."
            )
        said = person.name if self.audience is Audience.CLOSED else person.pseudonym
        return f"{said}’s" if token.possessive else said

    def _day(self, token: Day) -> str:
        if token.since is not None:
            return self._counted(token.day, token.since)
        if token.of:
            return self._aged(token)
        return in_words(token.day, token.how if self.audience is Audience.OPEN else Grain.DAY)

    def _counted(self, day: date, since: date) -> str:
        count = count_on(day, since)
        if count < 1:
            raise Trouble(
                "A day lies before the day it is counted from.",
                where=self.where,
                do="Count from the first day of the story.",
            )
        whole = in_words(day, Grain.DAY)
        return f"Day {count}" if self.audience is Audience.OPEN else f"{whole} (Day {count})"

    def _aged(self, token: Day) -> str:
        age = age_of(token, self.cast, self.where)
        coarse = token.how is Grain.AGE_BAND and self.audience is Audience.OPEN
        return age_words(*band_of(age)) if coarse else age_words(age, age)

    def _person(self, key: str) -> Person:
        return person_under(key, self.cast, self.where)


def runs(
    text: str, cast: Cast, audience: Audience, *, where: str, phrases: Audience | None = None
) -> Iterator[Run]:
    """The text for one audience. Raises Trouble: a key that the cast has not, a day that is none.

    "On [[on 2014-02-11]]" becomes "On 11 February 2014" and "In February 2014": the little word follows.
    """
    yield from _Teller(cast, audience, phrases or audience, where).runs(tokens_of(text, where))


def person_under(key: str, cast: Cast, where: str) -> Person:
    """Raises Trouble where the cast has nobody under the key."""
    if (person := cast.by_key.get(key)) is not None:
        return person
    named = f"“{key}”" if KEY.fullmatch(key) else "what a reference says"  # which may hold secret words
    raise Trouble(
        f"The cast has nobody under {named}.",
        where=where,
        do="Write [[key]] with a key of the cast, or a day like [[on 2014-02-11]].",
    )


def age_of(token: Day, cast: Cast, where: str) -> int:
    """Raises Trouble: nobody under the key, no day of birth, or a day before it."""
    born = person_under(token.of, cast, where).born
    if born is None:
        raise Trouble(
            f"The cast has no day of birth of “{token.of}”.", where=where, do="Write it in the cast."
        )
    if token.day < born:
        raise Trouble(f"The day is before the birth of “{token.of}”.", where=where, do="Look at both days.")
    return age_on(born, token.day)


def _with_preposition(before: str, grain: Grain) -> str:
    def said(match: re.Match[str]) -> str:
        word = "in" if grain in (Grain.MONTH, Grain.SEASON, Grain.YEAR) else "on"
        return (word.capitalize() if match[1][0].isupper() else word) + match[2]

    return _PREPOSITION.sub(said, before) if grain in (*_PLAIN_GRAINS, Grain.COUNT) else before
