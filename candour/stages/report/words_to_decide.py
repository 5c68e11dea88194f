"""Undecided words, each once: in which paragraphs they stand, what caught them, and what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from candour.domain.disclosure import Undecided, Why
from candour.domain.identity import Cast

_WHY = {
    Why.NAMED: "like a name of the cast",
    Why.CAPITAL: "not yet known",
    Why.FIGURE: "a number, a day or a length of time",
}
_ASKS = {
    Why.CAPITAL: "A place, a person, or plain words?",
    Why.FIGURE: "Could it give a day or a person away, with what stands around it?",
}


@dataclass(slots=True)
class Word:
    """`places` in words; `paragraphs` their numbers; `key`: whom of the cast it may name."""

    words: str
    why: Why
    key: str | None
    called: str
    places: list[str] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    @property
    def caught(self) -> str:
        return _WHY[self.why]

    @property
    def asks(self) -> str:
        return (
            f"Is this {self.called}, by another name?" if self.called else _ASKS.get(self.why, "Who is this?")
        )

    @property
    def where(self) -> str:
        if len(self.places) > 4:
            return f"{', '.join(self.places[:3])} and {len(self.places) - 3} more places"
        return ", ".join(self.places)


def grouped(undecided: Iterable[Undecided], cast: Cast) -> list[Word]:
    """In the order of the text."""
    found: dict[str, Word] = {}
    for one in undecided:
        person = cast.by_key.get(one.key or "")
        word = found.setdefault(
            one.words, Word(one.words, one.why, one.key, person.pseudonym if person else "")
        )
        word.places.append(one.where)
        if one.paragraph is not None:
            word.paragraphs.append(one.paragraph)
    return list(found.values())
