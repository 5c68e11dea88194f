"""A typed text as words, references to the cast, days, and closed phrases; and written out again.

Whatever is not a reference is words: nothing typed can be a command to a writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure.days import Grain
from candour.domain.trouble import Trouble

_CLOSED = re.compile(r"\s*closed\s*:", re.IGNORECASE)
_YEARS = range(1800, 2200)
_BRACKETS = re.compile(r"\[\[|\]\]|\|")
_DAY = re.compile(r"on\s+(\d{4}-\d{2}-\d{2})(?:\s+as\s+(\w+)(?:\s+(of|from)\s+(\S+))?)?")
_POSSESSIVE = re.compile(r"['’]s\Z")


@dataclass(frozen=True, slots=True)
class Words:
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """One of the cast, by key."""

    key: str
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and how it is told to the public: `of` is whose age, `since` the day that is Day 1."""

    day: date
    how: Grain = Grain.MONTH
    of: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that only the closed report has; `gist` stands in their place, and may be empty."""

    secret: tuple[Token, ...]
    gist: tuple[Token, ...]


Token = Words | Name | Day | Phrase


def tokens_of(text: str, where: str) -> tuple[Token, ...]:
    """Raises Trouble with the place: a reference that is empty or not closed, a day that is none."""
    return tuple(_tokens(text, where, inside=False))


def check_tokens(text: str) -> str:
    """The text with every reference as an ellipsis: fit for a message, which must hold no secret."""
    try:
        return "".join(one.text if isinstance(one, Words) else "…" for one in tokens_of(text, ""))
    except Trouble:
        return "…"


def written(tokens: Iterable[Token]) -> str:
    """The text that reads as these tokens."""
    return "".join(map(_written, tokens))


def _tokens(text: str, where: str, *, inside: bool) -> Iterator[Token]:
    at = 0
    while (opens := text.find("[[", at)) >= 0:
        if opens > at:
            yield Words(text[at:opens])
        if _CLOSED.match(text, opens + 2):
            if inside:
                raise Trouble("A closed phrase stands inside another.", where=where, do="Close them as one.")
            phrase, at = _phrase(text, opens, where)
            yield phrase
        else:
            ends = text.find("]]", opens)
            if ends < 0:
                raise _not_closed(where)
            yield _reference(text[opens + 2 : ends].strip(), where)
            at = ends + 2
    if at < len(text):
        yield Words(text[at:])


def _phrase(text: str, opens: int, where: str) -> tuple[Phrase, int]:
    """The closed phrase that begins there, and where it ends."""
    depth, bars = 0, list[int]()
    for mark in _BRACKETS.finditer(text, opens):
        match mark[0]:
            case "[[":
                depth += 1
            case "]]":
                depth -= 1
            case _ if depth == 1:
                bars.append(mark.start())
        if depth == 0:
            begins = opens + 2 + text[opens + 2 :].index(":") + 1
            return _halves(text, begins, bars, mark.start(), where), mark.end()
    raise _not_closed(where)


def _halves(text: str, begins: int, bars: list[int], ends: int, where: str) -> Phrase:
    if len(bars) != 1 or not text[begins : bars[0]].strip():
        raise Trouble(
            "A closed phrase does not have its words and its gist.",
            where=where,
            do="Write [[closed: the words | what the public reads instead]].",
        )
    secret, gist = text[begins : bars[0]].strip(), text[bars[0] + 1 : ends].strip()
    return Phrase(
        tuple(_tokens(secret, where, inside=True)), tuple(_tokens(gist, f"{where}, gist", inside=True))
    )


def _reference(inside: str, where: str) -> Token:
    if not inside or "[[" in inside:
        raise _not_closed(where)
    if day := _DAY.fullmatch(inside):
        return _day(day, where)
    return Name(_POSSESSIVE.sub("", inside), possessive=bool(_POSSESSIVE.search(inside)))


def _day(match: re.Match[str], where: str) -> Day:
    day, word, joint, rest = _date(match[1], where), match[2], match[3], match[4]
    if word is None:
        return Day(day)
    how = Grain(word) if word in [*Grain] else None
    if how in (Grain.AGE, Grain.AGE_BAND) and joint == "of":
        return Day(day, how, of=rest)
    if how is Grain.COUNT and joint == "from":
        return Day(day, how, since=_date(rest, where))
    if how is None or how.needs or joint:
        said = f"{word} {joint} {rest}" if joint else word
        raise Trouble(
            f"A day cannot be given as “{said}”.",
            where=where,
            do="The ways are: day, month, season, year, age of KEY, age_band of KEY, count from DAY.",
        )
    return Day(day, how)


def _date(text: str, where: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Trouble(f"There is no day {text}.", where=where, do="Write it like 2014-02-11.") from None
    if day.year not in _YEARS:
        raise Trouble(f"The year of {text} is no year of a review.", where=where, do="Look at the year.")
    return day


def _not_closed(where: str) -> Trouble:
    return Trouble(
        "A reference is empty or not closed.",
        where=where,
        do="Write [[key]] with a key of the cast, or a day like [[on 2014-02-11]].",
    )


def _written(token: Token) -> str:
    match token:
        case Words(text):
            return text
        case Name(key, possessive):
            return f"[[{key}'s]]" if possessive else f"[[{key}]]"
        case Day(day, how, of, since):
            told = [f"as {how}"] if how is not Grain.MONTH else []
            rest = [f"of {of}"] if of else [f"from {since}"] if since else []
            return f"[[{' '.join(['on', day.isoformat(), *told, *rest])}]]"
        case Phrase(secret, gist):
            return f"[[closed: {written(secret)} | {written(gist)}]]"
