"""Links that were proposed, dressed for a page: both accounts, how like they are, what was said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.urls import reverse

from candour.domain.chronology.entry import Entry, Event
from candour.domain.chronology.links import Link
from candour.kernel.reviews.models import Review
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.accounts.rows import Row, row_maker
from candour.stages.chronology.accounts.said import event_href, left_open


class State(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    PARTED = "parted"


class Likeness(StrEnum):
    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


AT_LEAST = {Likeness.STRONG: 0.8, Likeness.FAIR: 0.65, Likeness.WEAK: 0.0}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which links are looked at: all that nobody has looked at yet, where nothing else is asked for."""

    agency: str = ""
    likeness: str = ""
    state: str = State.OPEN
    """Empty: whatever was said of them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two accounts that may tell of one event. `event` is the one that either is known to tell of."""

    link: Link
    state: State
    first: Row
    second: Row
    href: str
    event: Event | None = None
    event_href: str = ""
    left_open: str = ""
    """Who looked and was not sure, in words, while nobody has said more."""

    @property
    def likeness(self) -> Likeness:
        return likeness_of(self.link)

    @property
    def score(self) -> str:
        return f"{self.link.score:.2f}"


@dataclass(frozen=True, slots=True)
class Proposals:
    """The links of one kind, best first, with what was said of each."""

    review: Review
    whole: Whole
    links: Sequence[Link]
    agency_of: dict[str, str] = field(default_factory=dict)

    @classmethod
    def between_agencies(cls, review: Review, whole: Whole) -> Proposals:
        return cls(review, whole, whole.links, _agencies(whole))

    @classmethod
    def within_one(cls, review: Review, whole: Whole) -> Proposals:
        """Rows of one agency that may be one row twice."""
        return cls(review, whole, whole.duplicates, _agencies(whole))

    @property
    def looked_at(self) -> int:
        return sum(not self.whole.spoken.open(one) for one in self.links)

    def asked(self, asked: Asked) -> list[Link]:
        return [one for one in self.links if self._fits(one, asked)]

    def next_after(self, first: str, second: str, asked: Asked) -> Link | None:
        """The next open link in the order of the list; the pair itself is passed over."""
        pair = frozenset((first, second))
        order = [frozenset((one.a, one.b)) for one in self.links]
        at = order.index(pair) if pair in order else -1
        after = (*self.links[at + 1 :], *self.links[: max(at, 0)])
        return next((one for one in after if self._fits(one, asked) and {one.a, one.b} != pair), None)

    def dressed(self, links: Iterable[Link]) -> Iterator[Proposal]:
        dress = dresser(self.review, self.whole)
        return (dress(link) for link in links)

    def _fits(self, link: Link, asked: Asked) -> bool:
        if asked.agency and asked.agency not in {self.agency_of[link.a], self.agency_of[link.b]}:
            return False
        if asked.likeness and likeness_of(link) != asked.likeness:
            return False
        return not asked.state or state_of(link, self.whole) == asked.state


def _agencies(whole: Whole) -> dict[str, str]:
    return {entry.id: entry.agency for entry in whole.chronology.entries}


def likeness_of(link: Link) -> Likeness:
    return next(one for one in Likeness if link.score >= AT_LEAST[one])


def state_of(link: Link, whole: Whole) -> State:
    if whole.spoken.confirmed(link):
        return State.CONFIRMED
    return State.PARTED if whole.spoken.parted(link) else State.OPEN


def dresser(review: Review, whole: Whole) -> Callable[[Link], Proposal]:
    row, by_id = row_maker(review, whole.lanes), {entry.id: entry for entry in whole.chronology.entries}

    unsure = left_open(review)

    def dress(link: Link) -> Proposal:
        told = whole.spoken.event_of
        event = told.get(link.a) or told.get(link.b)
        first, second = sorted((by_id[link.a], by_id[link.b]), key=lambda one: one.place)
        state = state_of(link, whole)
        return Proposal(
            link,
            state,
            row(first),
            row(second),
            question_href(review, first, second),
            event,
            event_href(review, event) if event else "",
            unsure.get(frozenset((link.a, link.b)), "") if state is State.OPEN else "",
        )

    return dress


def link_of(whole: Whole, first: str, second: str) -> Link:
    """The link between two entries, by whom it was proposed; without a score where nobody proposed it."""
    pair = {first, second}
    found = (one for one in (*whole.links, *whole.duplicates) if {one.a, one.b} == pair)
    return next(found, Link(first, second, 0.0, ""))


def question_href(review: Review, first: Entry, second: Entry) -> str:
    return reverse("chronology:link-question", args=[review.in_address, first.id, second.id])
