"""The words of an open bundle that wait for a person, paper by paper, as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from candour.domain.disclosure import Why
from candour.domain.identity import Cast
from candour.stages.hearing.choosing import tabs_of
from candour.stages.hearing.models import Bundle, BundlePaper, Making, State
from candour.stages.hearing.undecided import never_kept
from candour.stages.report.deciding.words_to_decide import Word
from candour.stages.report.one_source import cast_of


@dataclass(frozen=True, slots=True)
class WaitingWord:
    """`never`: why it can be kept for no reason. `places`: [{where, around: [before, words, after]}]."""

    words: str
    caught: str
    asks: str
    never: str
    many: int
    places: list[dict[str, Any]]

    @property
    def told(self) -> str:
        """In one line, beside a box to tick."""
        said = [f"{one['where']}: “{''.join(one['around'])}”" for one in self.places]
        more = [f"{self.many - len(said)} more"] if self.many > len(said) else []
        return " · ".join([self.caught, *said, *more])


@dataclass(frozen=True, slots=True)
class WaitingPaper:
    """`paper`: the row that can be taken out; None for the cover and the names of tabs."""

    sha256: str
    title: str
    paper: BundlePaper | None
    words: tuple[WaitingWord, ...]

    @property
    def open_words(self) -> list[WaitingWord]:
        return [one for one in self.words if not one.never]

    @property
    def never(self) -> list[WaitingWord]:
        return [one for one in self.words if one.never]


def last_asked(bundle: Bundle) -> Making | None:
    """The copy whose making said what waits: the newest one, where that was not made for such words."""
    newest = bundle.makings.exclude(state=State.WAITING).first()
    return newest if newest is not None and newest.state == State.REFUSED and newest.asked else None


def waiting_in(bundle: Bundle) -> list[WaitingPaper]:
    """Without those that somebody decided on since, and papers that were taken out since."""
    copy = last_asked(bundle)
    if copy is None:
        return []
    rows = bundle.report.words_kept_in_papers.filter(withdrawn_at=None)
    kept = {*rows.values_list("sha256", "words")}
    by_title = {one.called: one for _, papers in tabs_of(bundle) for one in papers}
    gone = {*bundle.papers.exclude(withdrawn_at=None).values_list("called", flat=True)} - {*by_title}
    cast, never = cast_of(bundle.report.review), never_kept(bundle.report)
    found: dict[tuple[str, str], list[WaitingWord]] = {}
    for one in copy.asked:
        if (one["sha256"], one["words"]) not in kept and one["paper"] not in gone:
            told = _told(one, cast, never(one["words"]))
            found.setdefault((one["sha256"], one["paper"]), []).append(told)
    return [
        WaitingPaper(sha256, title, by_title.get(title), tuple(words))
        for (sha256, title), words in found.items()
    ]


def _told(one: dict[str, Any], cast: Cast, never: str) -> WaitingWord:
    person = cast.by_key.get(one["key"] or "")
    word = Word(one["words"], Why(one["why"]), one["key"], person.pseudonym if person else "", cast)
    return WaitingWord(one["words"], word.caught, word.asks, never, one["many"], one["places"])
