"""Invented reviews with secrets everywhere a source can hold one, and the list of those secrets.

`made_review(seed)`: nobody in it is real; the same seed makes the same review.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from candour.domain.disclosure import (
    Audience,
    Edition,
    Figure,
    Paragraph,
    Part,
    Quotation,
    Reference,
    Source,
    hidden_days,
)
from candour.domain.disclosure.under import Under
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.leaks import Register

_FORENAMES = (
    "Zoë Robin Bo Anaïs Oluwaseun D’Arcy Søren Siân Łucja Rose Tarquin Éabha Xanthe Jean-Luc Ng Ivor Delia"
).split()
_SURNAMES = (
    "O’Quinlan|Ashby-Thorne|van der Merewe|Frost|Bell|Müllerova|Wexcombe|Quistlethorpe|Abara|Þorsson|"
    "St Clairmont|Żmudzka|Nguyen-Hart|Larkspur|Fenwick-Tarn"
).split("|")
_ILLS = "vermilion pangolin|amber quoll fever|tessellate marrow|cobalt heron disease".split("|")
_OPEN = (
    "The visit was arranged by telephone and did not take place.",
    "The summary that came with the papers was two sides long.",
    "Staff on the other side did what the summary invited them to do: they began again.",
    "Nobody asked for the whole record, and nobody was told that there was one.",
    "The meeting ended without a decision, and its note was not sent.",
)
_GISTS = (
    "It concerns the health of a child.",
    "It concerns where the family lived.",
    "It concerns a parent.",
)
_TITLES = ("The move", "What was known", "Health", "School", "After the move", "What can be learnt")
_BOXES = ("Why", "Who", "What happened", "What was found", "What worked", "What changes", "What to do now")
_FIRST_DAY = date(2013, 1, 7)


@dataclass(frozen=True, slots=True)
class MadeReview:
    """`closed_words` stand in closed paragraphs, phrases, tables, sentences on figures and reasons alone."""

    source: Source
    cast: Cast
    register: Register
    closed_words: tuple[str, ...]


def made_review(seed: int, *, paragraphs: int = 12) -> MadeReview:
    writing = _Writing(Random(f"review {seed}"), seed)
    parts = [*writing.parts(paragraphs), *(writing.box(title) for title in _BOXES)]
    source = Source(f"Review {seed} of [[child]]", f"2026/{seed % 1000:03}", tuple(parts), invented=True)
    cast = writing.cast
    register = cast.register(extra_words=writing.closed, dates=hidden_days(source), numbers=writing.numbers)
    return MadeReview(source, cast, register, writing.closed)


class _Writing:
    def __init__(self, chance: Random, seed: int) -> None:
        self._chance, self._nth = chance, 0
        self._ill = f"{chance.choice(_ILLS)} {seed}"
        self.numbers = (f"{chance.randrange(100, 999)} {chance.randrange(100, 999)} {seed + 1000:04}",)
        self._kept = f"harlequin{seed}x zephyr"
        self.closed = (self._ill, self._kept)
        self.cast = Cast(tuple(self._people()))

    def _people(self) -> Iterator[Person]:
        chance = self._chance
        forenames, surnames = chance.sample(_FORENAMES, 8), chance.sample(_SURNAMES, 5)
        family = surnames[0]
        born = _FIRST_DAY - timedelta(days=chance.randrange(1500, 4000))
        child = f"{forenames[0]} {family}"
        kinds = PersonKind
        yield Person("child", kinds.CHILD, child, (f"{forenames[0]}kins",), "Child Wren", born)
        yield Person(
            "sibling", kinds.CHILD, f"{forenames[1]} {family}", (), "Sibling 1", born - timedelta(days=900)
        )
        mother = f"{forenames[2]} {surnames[1]}"
        yield Person(
            "mother", kinds.ADULT, mother, (f"{forenames[2]} {family}",), "Mother", date(1985, 2, 28)
        )
        yield Person("partner", kinds.ADULT, f"{forenames[3]} {surnames[2]}", (), "Mother’s partner")
        yield Person("sw", kinds.PROFESSIONAL, f"{forenames[4]} {surnames[3]}", (), "Social Worker 2")
        yield Person("gp", kinds.PROFESSIONAL, f"Dr {forenames[5]} {surnames[4]}", (), "GP 1")
        yield Person("school", kinds.SCHOOL, f"{surnames[3]} Infants’ Academy", (), "School 1")
        yield Person(
            "home", kinds.ADDRESS, f"{chance.randrange(11, 99)} Gannet Wharf, EM4 7QZ", (), "Address 1"
        )
        yield Person(
            "board", kinds.AGENCY, "Northmoor Safeguarding Board", (), "Northmoor Safeguarding Board"
        )

    def parts(self, paragraphs: int) -> Iterator[Part]:
        titles = len(_TITLES)
        for n, title in enumerate(_TITLES):
            several = tuple(self._paragraph() for _ in range(max(1, paragraphs // titles)))
            named = f"{title}[[closed:  of {self._kept} | ]]" if n == 2 else title
            yield Part(named, several, level=2 if n % 3 == 1 else 1)

    def box(self, title: str) -> Part:
        told = Paragraph(f"{self._open()} [[child]] was not asked.", editions=(Edition.BRIEFING,))
        return Part(title, (told,))

    def _paragraph(self) -> Paragraph:
        self._nth += 1
        names = "[[mother]] and [[child]]", "[[sw]]", "[[partner]]", "[[sibling's]] teacher at [[school]]"
        if self._nth % 3 == 2:
            return Paragraph(
                f"[[gp]] wrote that [[child]] of [[home]] had {self._ill}; NHS number {self.numbers[0]}. "
                f"Told in {self._day()}.",
                Audience.CLOSED,
                reason=f"health of a living child, {self._kept}",
                gist=self._chance.choice(_GISTS),
                rests_on=(f"{self._kept} row 9",),
                under=(self._figure(closed=True),),
            )
        closed = (
            f"[[closed: [[child]] had {self._ill} at [[home]] | {self._chance.choice(('an illness', ''))}]]"
        )
        return Paragraph(
            f"{self._chance.choice(names)} came in {self._day()}. {self._open()} A letter told of {closed}.",
            under=tuple(self._under()),
            wordings=((Edition.SUMMARY, f"[[mother]] moved. {self._open()}"),) if self._nth % 4 == 0 else (),
        )

    def _under(self) -> Iterator[Under]:
        match self._nth % 5:
            case 0:
                yield self._figure(closed=False)
            case 1:
                yield Quotation("I was told to wait.", "[[mother]], to [[board]]")
            case 3:
                words = f"It is {self._ill}."
                yield Quotation(words, "[[gp]]", Audience.CLOSED, self._kept, "It concerns health.")
            case 4:
                yield Reference(f"Conversation with [[sw]], held during {self._day()}.")
                yield Reference(f"{self._kept}, row 4.", Audience.CLOSED, "names", "A record of health.")

    def _figure(self, *, closed: bool) -> Figure:
        if closed:
            rows = ((self._ill, "3"), ("[[home]]", "14"))
            alt = f"{self._ill} was named three times."
            return Figure(
                f"{self._kept} by year", ("What", "Times"), rows, alt, Audience.CLOSED, "health", "Health."
            )
        counts = [str(self._chance.randrange(3, 40)) for _ in range(3)]
        rows = (("Asked for", counts[0]), ("Sent", counts[1]), ("[[board]]", counts[2]))
        return Figure("Records asked for and sent", ("What", "Times"), rows, "More were asked for than sent.")

    def _open(self) -> str:
        return self._chance.choice(_OPEN)

    def _day(self) -> str:
        day = _FIRST_DAY + timedelta(days=self._chance.randrange(0, 500))
        how = self._chance.choice(("month", "season", "year"))
        return f"[[on {day.isoformat()} as {how}]]"
