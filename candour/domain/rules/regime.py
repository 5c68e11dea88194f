"""What a regime holds: facts asked, tests, clocks, powers and publication, each with the law it comes from.

Where `verified` is False the source was not checked, and pages say "check against the guidance in force".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.deadlines import Event, Stops, Unit, length_in_words
from candour.domain.rules.tree import Tree


class Outcome(StrEnum):
    """What the law asks of whoever decides, strongest first; unknown while it turns on an answer."""

    MUST = "must"
    SHOULD_CONSIDER = "should_consider"
    MAY = "may"
    NEED_NOT = "need_not"
    UNKNOWN = "unknown"


class After(StrEnum):
    """The decisions after which a clock runs."""

    ANY = "any"
    REVIEW = "review"
    NO_REVIEW = "no_review"


class Can(StrEnum):
    """What a national body may do about a decision."""

    ADVISE = "advise"
    DISAGREE = "disagree"
    RUN_ITS_OWN = "run_its_own"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A question of fact; `short` is the fact as a picture labels it."""

    name: str
    question: str
    short: str
    help: str
    citation: str


@dataclass(frozen=True, slots=True)
class Test:
    """A test of the law: where its tree answers yes, `outcome` follows."""

    __test__ = False  # for pytest: this is law

    name: str
    title: str
    outcome: Outcome
    citation: str
    verified: bool
    tree: Tree
    note: str = ""


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
class Clock:
    """A time the law gives, counted from the day of an event, which is day 0 or, as `first_day` says, day 1.

    `pauses` are the declared pauses that stop it: none, where the law stops it for nothing.
    """

    name: str
    title: str
    starts: Event
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

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)

    def runs_after(self, *, review: bool) -> bool:
        """Whether it runs once it is decided that there is a review, or that there is none."""
        return self.after is not (After.NO_REVIEW if review else After.REVIEW)


@dataclass(frozen=True, slots=True)
class Power:
    """Something a body may do about a decision, in one sentence."""

    name: str
    who: str
    sentence: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be sent to whom how long before publication; counted backwards from that day."""

    to: str
    length: int
    unit: Unit
    citation: str
    verified: bool

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)


@dataclass(frozen=True, slots=True)
class Kept:
    """How long a report stays in public at least."""

    length: int
    unit: Unit
    citation: str
    verified: bool

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)


@dataclass(frozen=True, slots=True)
class Publication:
    """The rule of publication in sentences, with its times."""

    says: tuple[str, ...]
    citation: str
    verified: bool
    notice: Notice | None
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence of the law or guidance, with where it stands."""

    sentence: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Regime:
    """One law of reviews. `in_force_to` is its last day, None while it has none.

    `otherwise` is the outcome when no test answers yes. `sentences` says each outcome in the law's words.
    `remedies` are what is left to those who disagree where nobody may direct.
    """

    name: str
    title: str
    short: str
    review: str
    question: str
    nation: str
    in_force_from: date
    in_force_to: date | None
    in_force_verified: bool
    citation: str
    who_decides: str
    facts: tuple[FactAsked, ...]
    tests: tuple[Test, ...]
    otherwise: Outcome
    sentences: tuple[tuple[Outcome, str], ...]
    clocks: tuple[Clock, ...]
    powers: tuple[Power, ...]
    remedies: tuple[Says, ...]
    publication: Publication
    principles: tuple[Says, ...]
    sources: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def verified(self) -> bool:
        """True when every part of it is."""
        return not self.unverified

    @property
    def unverified(self) -> tuple[str, ...]:
        """The parts whose source was not checked, as keys of the pack: "clocks.decide"."""
        return tuple(name for name, verified in self._standings() if not verified)

    @property
    def may_direct(self) -> bool:
        """Whether any body may order a review to be held."""
        return any(power.name == Can.DIRECT for power in self.powers)

    def fact(self, name: str) -> FactAsked:
        """The fact of this name. Raises KeyError where this regime does not ask it."""
        return {one.name: one for one in self.facts}[name]

    def clock(self, name: str) -> Clock:
        """The clock of this name. Raises KeyError where this regime has none such."""
        return {one.name: one for one in self.clocks}[name]

    def in_force_on(self, day: date) -> bool:
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)

    def says(self, outcome: Outcome) -> str:
        """The outcome as a sentence of this law."""
        return dict(self.sentences).get(outcome, OUTCOME_IN_WORDS[outcome] + ".")

    def _standings(self) -> Iterator[tuple[str, bool]]:
        yield "in_force", self.in_force_verified
        for kind in ("tests", "clocks", "powers"):
            yield from ((f"{kind}.{one.name}", one.verified) for one in getattr(self, kind))
        for kind in ("remedies", "principles"):
            yield from ((f"{kind}[{n}]", one.verified) for n, one in enumerate(getattr(self, kind), 1))
        publication = self.publication
        yield "publication", publication.verified
        if publication.notice:
            yield "publication.notice", publication.notice.verified
        if publication.kept:
            yield "publication.kept", publication.kept.verified


OUTCOME_IN_WORDS = {
    Outcome.MUST: "Must review",
    Outcome.SHOULD_CONSIDER: "Should consider a review",
    Outcome.MAY: "May review",
    Outcome.NEED_NOT: "Need not review",
    Outcome.UNKNOWN: "Not yet known",
}
