"""The times a law gives: clocks, exceptions to them, and times it does not give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.deadlines import Event, Stops, Unit, length_in_words


class After(StrEnum):
    """The decisions after which a clock runs."""

    ANY = "any"
    REVIEW = "review"
    NO_REVIEW = "no_review"


class EndedBy(StrEnum):
    """What ends a clock: the thing it was for."""

    NOTIFICATION = "notification"
    RAPID_REVIEW = "rapid_review"
    """It is signed off: what comes before the decision, in laws that ask for that."""
    DECISION = "decision"
    TELLING = "telling"
    """The national body is told of the decision."""
    REPORT = "report"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class ClockException:
    """Days on which a clock is not as usual, both ends among them; `length` and `unit` then replace its own.

    `relaxed` says that the day was no more than an aim while this held.
    """

    in_force_from: date
    in_force_to: date | None
    says: str
    citation: str
    verified: bool
    length: int | None = None
    unit: Unit | None = None
    relaxed: bool = False

    def holds(self, first: date, last: date) -> bool:
        """Whether it was in force on some day from `first` to `last`."""
        return self.in_force_from <= last and (self.in_force_to is None or first <= self.in_force_to)


@dataclass(frozen=True, slots=True)
class LatestDay:
    """How far a clock may be given more time: to the end of so long, counted as the clock itself is."""

    length: int
    unit: Unit
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """A time the law gives, counted from the day of an event, which is day 0 or, as `first_day` says, day 1.

    `pauses` are the declared pauses that stop it: none, where the law stops it for nothing. `latest` is
    None where the law gives no latest day.
    """

    name: str
    title: str
    starts: Event
    ends: EndedBy
    length: int
    unit: Unit
    after: After
    to_working_day: bool
    citation: str
    verified: bool
    note: str = ""
    first_day: int = 0
    pauses: tuple[Stops, ...] = ()
    exceptions: tuple[ClockException, ...] = ()
    latest: LatestDay | None = None

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)

    def runs_after(self, *, review: bool) -> bool:
        """Whether it runs once it is decided that there is a review, or that there is none."""
        return self.after is not (After.NO_REVIEW if review else After.REVIEW)

    def exceptions_on(self, day: date) -> tuple[ClockException, ...]:
        """The exceptions in force on a day."""
        return tuple(one for one in self.exceptions if one.holds(day, day))


@dataclass(frozen=True, slots=True)
class NoClock:
    """Something for which the law gives no time: it is said aloud, so that nobody looks for one."""

    title: str
    says: str
    citation: str
    verified: bool
