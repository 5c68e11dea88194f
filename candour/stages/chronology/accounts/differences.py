"""Where accounts differ, as questions to people: what each says, and how it was settled, if it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.urls import reverse

from candour.domain.chronology.conflicts import Conflict
from candour.domain.chronology.entry import Entry
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.accounts.said import Pair, settled_in
from candour.stages.chronology.models import Settlement, Way

QUESTIONS = {
    "date": "On which day was it?",
    "time": "At what time was it?",
    "person": "Who was there?",
    "told": "Was it told?",
    "content": "What was said?",
    "outcome": "What came of it?",
    "order": "In which order did they happen?",
}
"""In the order of the list."""

IN_WORDS = {
    "date": "Date",
    "time": "Time",
    "person": "People",
    "told": "Who was told",
    "content": "What was said",
    "outcome": "Outcome",
    "order": "Order of an agency's rows",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """What two accounts (or one row with itself) do not say alike. `certain`: of no proposed link."""

    kind: str
    first: Entry
    second: Entry
    says_first: str
    says_second: str
    why: str
    certain: bool
    settled: Settlement | None = None

    @property
    def question(self) -> str:
        return QUESTIONS[self.kind]

    @property
    def in_words(self) -> str:
        return IN_WORDS[self.kind]

    @property
    def of_one_row(self) -> bool:
        return self.first.id == self.second.id

    @property
    def of_time(self) -> bool:
        """What each says is a date as written: how it was read belongs beside it."""
        return self.kind in {"date", "time"}

    @property
    def changed(self) -> bool:
        """What the rows say is not what they said when it was settled: a return was corrected since."""
        if self.settled is None:
            return False
        said = {self.settled.says_first, self.settled.says_second}
        return said != {""} and said != {self.says_first, self.says_second}

    @property
    def settled_as(self) -> str:
        """The answer in words that need no look at which account is called the first."""
        if self.settled is None:
            return ""
        whose = {Way.FIRST: self.first.agency, Way.SECOND: self.second.agency}.get(Way(self.settled.way))
        return f"The account of {whose} is borne out" if whose else self.settled.get_way_display()

    @property
    def pair(self) -> tuple[str, Pair]:
        return self.kind, frozenset((self.first.id, self.second.id))


def differences_of(review: Review, whole: Whole) -> list[Difference]:
    """Open ones first, those of confirmed accounts before proposed ones, each kind together."""
    settled = settled_in(review)
    found = [_with(one, settled) for one in _by_pair(whole)]
    kinds = list(QUESTIONS)
    return sorted(
        found,
        key=lambda one: (one.settled is not None, not one.certain, kinds.index(one.kind), one.first.place),
    )


def no_longer_found(review: Review, found: Iterable[Difference]) -> list[Settlement]:
    """What was settled and is a difference no more: an account was withdrawn, parted or corrected."""
    there = {one.pair for one in found}
    return [one for pair, one in settled_in(review).items() if pair not in there]


def difference_href(review: Review, one: Difference) -> str:
    args = [review.in_address, one.first.id, one.second.id, one.kind]
    return reverse("chronology:difference", args=args)


def ways_for(one: Difference) -> list[tuple[str, str, str]]:
    """The answers offered: stored word, words, small words. What a row says of itself has no second side."""
    says = {Way.FIRST: one.says_first, Way.SECOND: one.says_second}
    hints = {
        Way.FIRST: f"{one.first.agency}: {one.says_first}",
        Way.SECOND: f"{one.second.agency}: {one.says_second}",
    }
    return [(str(way), str(way.label), hints[way] if says.get(way) else "") for way in Way]


def _by_pair(whole: Whole) -> Iterator[Difference]:
    """One for each kind and pair: what a pair says in several places stands together."""
    joined: dict[tuple[str, str, str], list[Conflict]] = {}
    for one in whole.conflicts:
        joined.setdefault((str(one.kind), one.a.id, one.b.id), []).append(one)
    for (kind, _, _), several in joined.items():
        first = several[0]
        yield Difference(
            kind,
            first.a,
            first.b,
            "; ".join(dict.fromkeys(one.says_a for one in several)),
            "; ".join(dict.fromkeys(one.says_b for one in several)),
            first.why,
            certain=_certain(first, whole),
        )


def _certain(one: Conflict, whole: Whole) -> bool:
    """Rows of one agency, which no link joins, or accounts that a person confirmed as of one event."""
    if one.a.agency == one.b.agency:
        return True
    event = whole.spoken.event_of.get(one.a.id)
    return event is not None and event is whole.spoken.event_of.get(one.b.id)


def _with(one: Difference, settled: dict[tuple[str, Pair], Settlement]) -> Difference:
    found = settled.get(one.pair)
    if found is None:
        return one
    if found.first.key != one.first.id:
        one = replace(
            one, first=one.second, second=one.first, says_first=one.says_second, says_second=one.says_first
        )
    return replace(one, settled=found)
