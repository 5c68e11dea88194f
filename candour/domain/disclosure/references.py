"""The references in a text, and what each audience reads in their place.

`[[mother]]` is one of the cast; `[[on 2014-02-11]]` a day, which the open report gives as its month, or as
`[[on 2014-02-11 as season]]` says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure.days import Grain, in_words
from candour.domain.disclosure.source import Audience
from candour.domain.identity import Cast
from candour.domain.trouble import Trouble

_REFERENCE = re.compile(r"\[\[(.*?)\]\]|\[\[", re.DOTALL)
_DAY = re.compile(r"on\s+(\d{4}-\d{2}-\d{2})(?:\s+as\s+(\w+))?")
_PREPOSITION = re.compile(r"\b([Oo]n|[Ii]n)(\s+)\Z")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a text as one audience reads it; `decided`: it came from a reference, not from typing."""

    text: str
    decided: bool


def runs(text: str, cast: Cast, audience: Audience, *, where: str) -> Iterator[Run]:
    """The text for one audience. Raises Trouble: a key that the cast has not, a day that is none.

    "On [[on 2014-02-11]]" becomes "On 11 February 2014" and "In February 2014": the little word follows.
    """
    end = 0
    for match in _REFERENCE.finditer(text):
        before, end = text[end : match.start()], match.end()
        inside = (match[1] or "").strip()
        if day := _DAY.fullmatch(inside):
            grain = _grain(day[2], where) if audience is Audience.OPEN else Grain.DAY
            yield Run(_with_preposition(before, grain), decided=False)
            yield Run(in_words(_date(day[1], where), grain), decided=True)
        else:
            yield Run(before, decided=False)
            yield Run(_name(inside, cast, audience, where), decided=True)
    yield Run(text[end:], decided=False)


def _name(key: str, cast: Cast, audience: Audience, where: str) -> str:
    person = cast.by_key.get(key)
    if person is None:
        raise Trouble(
            f"The cast has nobody under “{key}”." if key else "A reference is empty or not closed.",
            where=where,
            do="Write [[key]] with a key of the cast, or a day like [[on 2014-02-11]].",
        )
    if audience is Audience.CLOSED:
        return person.name
    if not person.pseudonym:
        raise Trouble(f"“{key}” has no pseudonym yet.", where=where, do="Choose one in the cast.")
    return person.pseudonym


def _date(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Trouble(f"There is no day {text}.", where=where, do="Write it like 2014-02-11.") from None


def _grain(word: str | None, where: str) -> Grain:
    try:
        return Grain(word) if word else Grain.MONTH
    except ValueError:
        raise Trouble(
            f"A day cannot be given as “{word}”.", where=where, do=f"The ways are: {', '.join(Grain)}."
        ) from None


def _with_preposition(before: str, grain: Grain) -> str:
    def said(match: re.Match[str]) -> str:
        word = "on" if grain is Grain.DAY else "in"
        return (word.capitalize() if match[1][0].isupper() else word) + match[2]

    return _PREPOSITION.sub(said, before)
