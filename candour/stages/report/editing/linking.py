"""Names and days of a typed text as references, where it is sure who and when; what is not sure is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure.tokens import Day, Name, Phrase, Token, Words, tokens_of, written
from candour.domain.identity import Cast, Person
from candour.domain.nets import mentions
from candour.domain.trouble import Trouble

_MONTHS = "January February March April May June July August September October November December".split()
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({'|'.join(_MONTHS)}),? (\d{{4}})\b")


@dataclass(frozen=True, slots=True)
class Linked:
    """`keys`: who was linked. `days`: how many days were. `unsure`: what may name two, or is near a name."""

    text: str
    keys: tuple[str, ...] = ()
    days: int = 0
    unsure: tuple[str, ...] = ()


def linked(text: str, cast: Cast) -> Linked:
    """A name is linked only where it is a whole name of one of the cast, and of nobody else.

    Words inside a closed phrase are linked too; a text whose references are wrong is left as it is.
    """
    try:
        tokens = tokens_of(text, "the text")
    except Trouble:
        return Linked(text)
    made, unsure = list[Token](), list[str]()
    for token in tokens:
        made += _linked(token, cast, unsure)
    before = _flat(tokens)
    keys = [one.key for one in _flat(made) if isinstance(one, Name) and one not in before]
    days = sum(isinstance(one, Day) for one in _flat(made)) - sum(isinstance(one, Day) for one in before)
    return Linked(written(made), tuple(dict.fromkeys(keys)), days, tuple(dict.fromkeys(unsure)))


def told(result: Linked, cast: Cast) -> str:
    """In a sentence, by pseudonyms: which links were made; "" where none was."""
    names = [cast.by_key[key].pseudonym for key in result.keys]
    if result.days:
        names.append("one day" if result.days == 1 else f"{result.days} days")
    return f"Linked as it was saved: {', '.join(names)}. Look whether that is right." if names else ""


def with_reference(text: str, words: str, key: str) -> str:
    """These very words as a reference to one of the cast, wherever they stand outside of one."""
    return re.sub(rf"(?<![\w\[]){re.escape(words)}(?!\w|[^\[]*\]\])", f"[[{key}]]", text)


def _linked(token: Token, cast: Cast, unsure: list[str]) -> Iterator[Token]:
    match token:
        case Words(text):
            yield from _words(text, cast, unsure)
        case Phrase(secret, gist):
            yield Phrase(
                tuple(one for each in secret for one in _linked(each, cast, unsure)),
                tuple(one for each in gist for one in _linked(each, cast, unsure)),
            )
        case _:
            yield token


def _words(text: str, cast: Cast, unsure: list[str]) -> Iterator[Token]:
    end = 0
    for start, stop, token in sorted(_sure(text, cast, unsure), key=lambda one: one[0]):
        if start >= end:
            yield from _plain(text[end:start])
            yield token
            end = stop
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[Words]:
    if text:
        yield Words(text)


def _sure(text: str, cast: Cast, unsure: list[str]) -> Iterator[tuple[int, int, Token]]:
    for found in mentions(text, cast):
        if not found.also and _said(found.words) in _names(cast.by_key[found.key]):
            owns = text[found.end : found.end + 2] in ("'s", "’s") and found.possessive
            yield found.start, found.end + 2 * owns, Name(found.key, possessive=owns)
        else:
            unsure.append(found.words)
    for person in cast.people:
        if person.is_public:
            for match in re.finditer(rf"(?<!\w){re.escape(person.name)}(?!\w)", text):
                yield match.start(), match.end(), Name(person.key)
    for match in _DAY.finditer(text):
        if (day := _day(match)) is not None:
            yield match.start(), match.end(), Day(day)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


def _said(words: str) -> str:
    return " ".join(words.casefold().split())


def _names(person: Person) -> set[str]:
    return {_said(name) for name in person.names}


def _flat(tokens: tuple[Token, ...] | list[Token]) -> list[Token]:
    return [
        one
        for token in tokens
        for one in ([*token.secret, *token.gist] if isinstance(token, Phrase) else [token])
    ]
