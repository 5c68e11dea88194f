"""Which words of the open report has nobody decided on? Names typed as words, capitals, and figures.

Deny by default: what is neither a reference nor allowed is put to a person. It asks too often rather than
too seldom, and finds no secret that is written in small everyday words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.disclosure.references import Run, runs
from candour.domain.disclosure.source import Source
from candour.domain.disclosure.texts import open_texts
from candour.domain.disclosure.view import plain
from candour.domain.disclosure.word_nets import (
    DECIDED,
    capitals,
    figures,
    unknown,
    without_allowed,
    without_figures,
)
from candour.domain.disclosure.words import Audience
from candour.domain.identity import Cast
from candour.domain.leaks import BARRIER, Finder, Piece
from candour.domain.nets import mentions


class Why(StrEnum):
    """Which net caught the words."""

    NAMED = "named"
    CAPITAL = "capital"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Undecided:
    """`where` in words ("paragraph 36"), and its number, if any; `key`: whom of the cast it names."""

    where: str
    paragraph: int | None
    words: str
    why: Why
    key: str | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    where: str
    paragraph: int | None
    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        return plain("".join(run.text for run in self.runs))

    @property
    def typed(self) -> str:
        return plain("".join(DECIDED if run.decided else run.text for run in self.runs))


def undecided_words(source: Source, cast: Cast, *, allow: Iterable[str] = ()) -> tuple[Undecided, ...]:
    """Every word of the open report that waits for a person, in the order of the text, each once a place.

    `allow`: words and phrases somebody has decided to keep. Raises Trouble for a reference to nobody.
    """
    kept = (*cast.pseudonyms, *allow)
    places = [*_places(source, cast)]
    named = [*_named(places, cast, allow=kept)] if cast.secret else []
    told = {(one.where, one.words.casefold()) for one in named}
    small = frozenset(word for place in places for word in place.typed.split() if word.islower())
    found = list[Undecided]()
    for place in places:
        found += [one for one in named if one.where == place.where]
        typed = without_allowed(place.typed, kept)
        for why, words in _caught(typed, small):
            if (place.where, words.casefold()) not in told:
                found.append(Undecided(place.where, place.paragraph, words, why))
    return tuple(dict.fromkeys(found))


def _places(source: Source, cast: Cast) -> Iterator[_Place]:
    for typed in open_texts(source):
        told = runs(typed.text, cast, Audience.OPEN, where=typed.where)
        yield _Place(typed.where, typed.number, tuple(told))


def _caught(typed: str, small: frozenset[str]) -> list[tuple[Why, str]]:
    """What the nets for figures, capitals and unknown words catch, in the order of the text."""
    numbers = [(one.start(), Why.FIGURE, one.group().strip(" .,")) for one in figures(typed)]
    names = [(at, Why.CAPITAL, words) for at, words in capitals(without_figures(typed), small)]
    strange = [(at, Why.CAPITAL, words) for at, words in unknown(without_figures(typed))]
    return [(why, words) for _, why, words in sorted(numbers + names + strange)]


def _named(places: list[_Place], cast: Cast, *, allow: tuple[str, ...]) -> Iterator[Undecided]:
    """What the gate would find in the finished file, and beyond it whatever is written like a name."""
    numbers = {place.where: place.paragraph for place in places}
    pieces = [Piece(place.where, place.words, BARRIER if n else None) for n, place in enumerate(places)]
    told = defaultdict[str, list[str]](list)
    for leak in Finder(cast.register(allow=allow)).find(pieces):
        person = cast.person_of(leak.item)
        told[leak.where].append(leak.words.casefold())
        yield Undecided(
            leak.where, numbers[leak.where], leak.words, Why.NAMED, person.key if person else None
        )
    for place in places:
        for one in mentions(without_allowed(place.typed, allow), cast):
            low = one.words.casefold()
            if not any(words in low or low in words for words in told[place.where]):
                yield Undecided(place.where, place.paragraph, one.words, Why.NAMED, one.key)
