"""Every typed text of a source, where it stands, and who reads it: for nets, rules of days, and the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count

from candour.domain.disclosure.arithmetic import Told
from candour.domain.disclosure.days import Grain
from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.tokens import Day, Phrase, Token, tokens_of
from candour.domain.disclosure.under import Figure, Quotation, Under
from candour.domain.disclosure.words import Audience, Edition


@dataclass(frozen=True, slots=True)
class PlacedUnder:
    """`number` of a figure or a note, 0 for a quotation."""

    under: Under
    number: int
    where: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph with the number that every audience reads: 0 if it is not in the whole report."""

    paragraph: Paragraph
    number: int
    part: int
    where: str
    under: tuple[PlacedUnder, ...]


class Read(StrEnum):
    """By whom a text is read: by all, by whoever reads what is closed there, by the others instead of it."""

    ALWAYS = "always"
    CLOSED = "closed"
    INSTEAD = "instead"
    REASON = "reason"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as it was typed; `number` of its paragraph, if it has one; `part` is 0 for the title."""

    text: str
    where: str
    read: Read
    number: int | None = None
    part: int = 0

    @property
    def is_open(self) -> bool:
        """Whether the open report has it, closed phrases aside."""
        return self.read in (Read.ALWAYS, Read.INSTEAD)


def placed(source: Source) -> Iterator[tuple[int, Part, tuple[Placed, ...]]]:
    """Every part by its number, with its paragraphs, in the order of the source."""
    numbers, figures, notes = count(1), count(1), count(1)
    for nth, part in enumerate(source.parts, 1):
        shown = []
        for k, paragraph in enumerate(part.paragraphs, 1):
            number = next(numbers) if paragraph.stands_in(Edition.WHOLE) else 0
            where = f"paragraph {number}" if number else f"part {nth}, text {k}"
            under = tuple(_placed_under(one, where, figures, notes) for one in paragraph.under)
            shown.append(Placed(paragraph, number, nth, where, under))
        yield nth, part, tuple(shown)


def texts(source: Source) -> Iterator[Typed]:
    """In the order of the source: titles, paragraphs in every wording, and what stands under them."""
    yield Typed(source.title, "the title", Read.ALWAYS)
    for nth, part, paragraphs in placed(source):
        yield Typed(part.title, f"the title of part {nth}", Read.ALWAYS, part=nth)
        for edition, title in part.titles:
            yield Typed(title, f"the title of part {nth} for the {edition}", Read.ALWAYS, part=nth)
        for one in paragraphs:
            yield from _of_paragraph(one)


def open_texts(source: Source) -> Iterator[Typed]:
    """What any open edition is made of. Closed phrases in it are not told: a reader of tokens leaves them."""
    yield from (one for one in texts(source) if one.is_open)


def days_told(source: Source, reads: Callable[[int, int], bool]) -> tuple[Told, ...]:
    """The days in all that somebody reads, over every edition. `reads`: (paragraph, part) -> closed words."""
    told = []
    for one in texts(source):
        closed = reads(one.number or 0, one.part)
        if one.read in ((Read.ALWAYS, Read.CLOSED) if closed else (Read.ALWAYS, Read.INSTEAD)):
            told += [Told(one.where, day) for day in _days(tokens_of(one.text, one.where), closed=closed)]
    return tuple(told)


def hidden_days(source: Source) -> tuple[date, ...]:
    """Every day of the source that no open edition tells as a whole day, in the order of the source."""
    told = days_told(source, lambda paragraph, part: False)
    whole = {one.day.day for one in told if one.day.how is Grain.DAY}
    return tuple(day for day in every_day(source) if day not in whole)


def every_day(source: Source) -> tuple[date, ...]:
    """Every day that is referred to anywhere in it, and every day that another is counted from."""
    every = list[date]()
    for one in texts(source):
        tokens = tokens_of(one.text, one.where)
        for day in (*_days(tokens, closed=True), *_days(tokens, closed=False)):
            every += [day.day, *([day.since] if day.since else [])]
    return tuple(dict.fromkeys(every))


def _placed_under(under: Under, where: str, figures: Iterator[int], notes: Iterator[int]) -> PlacedUnder:
    match under:
        case Quotation():
            return PlacedUnder(under, 0, f"the quotation under {where}")
        case Figure():
            number = next(figures)
            return PlacedUnder(under, number, f"figure {number}, under {where}")
        case _:
            number = next(notes)
            return PlacedUnder(under, number, f"note {number}, under {where}")


def _of_paragraph(one: Placed) -> Iterator[Typed]:
    paragraph, number, part = one.paragraph, one.number or None, one.part
    is_open = paragraph.audience is Audience.OPEN
    read = Read.ALWAYS if is_open else Read.CLOSED
    yield Typed(paragraph.text, one.where, read, number, part)
    for edition, words in paragraph.wordings:
        yield Typed(words, f"{one.where}, for the {edition}", read, number, part)
    if not is_open:
        yield Typed(paragraph.gist, f"{one.where}, gist", Read.INSTEAD, number, part)
        yield Typed(paragraph.reason, f"{one.where}, reason", Read.REASON, number, part)
    for _, reason in paragraph.phrase_reasons:
        yield Typed(reason, f"{one.where}, reason of a phrase", Read.REASON, number, part)
    for under in one.under:
        for text, where, its_read in _of_under(under, is_open=is_open):
            yield Typed(text, where, its_read, number, part)


def _of_under(one: PlacedUnder, *, is_open: bool) -> Iterator[tuple[str, str, Read]]:
    under, where = one.under, one.where
    read = Read.ALWAYS if is_open and under.audience is Audience.OPEN else Read.CLOSED
    match under:
        case Quotation():
            yield under.text, where, read
            yield under.by, f"{where}, whose words", read
        case Figure():
            yield under.title, f"{where}, title", read
            yield under.alt, f"{where}, what it shows", read
            for n, row in enumerate((under.columns, *under.rows)):
                for cell in row:
                    yield cell, f"{where}, row {n}" if n else f"{where}, columns", read
        case _:
            yield under.text, where, read
    if under.audience is Audience.CLOSED:
        yield under.gist, f"{where}, gist", Read.INSTEAD if is_open else Read.CLOSED
        yield under.reason, f"{where}, reason", Read.REASON


def _days(tokens: tuple[Token, ...], *, closed: bool) -> Iterator[Day]:
    for token in tokens:
        if isinstance(token, Day):
            yield token
        elif isinstance(token, Phrase):
            yield from _days(token.secret if closed else token.gist, closed=closed)
