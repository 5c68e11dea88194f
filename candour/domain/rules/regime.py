"""A regime whole: one law of reviews, with all that its pack holds, and what of it was not checked.

Where `verified` is False the source was not checked, and pages say "check against the guidance in force".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.moments import from_edtf
from candour.domain.moments.spoken import spoken
from candour.domain.rules.asked import OUTCOME_IN_WORDS, Consideration, FactAsked, Outcome, ReviewKind, Test
from candour.domain.rules.bodies import Body, Can, Power, Told
from candour.domain.rules.clocks import Clock, NoClock
from candour.domain.rules.papers import Document, Publication, Retention
from candour.domain.rules.tree import Tree

__all__ = ["Can", "Regime", "Says", "Subject"]

NAMED = ("facts", "tests", "kinds", "considerations", "clocks", "powers", "bodies", "documents")
"""The lists whose pieces have names."""
NUMBERED = ("no_clocks", "notify", "retention", "remedies", "principles")


_LENGTHS = {"day": 10, "month": 7, "year": 4}


class Subject(StrEnum):
    """Whom the reviews of a law are about."""

    CHILD = "child"
    ADULT = "adult"
    ANY = "any"


class KnownTo(StrEnum):
    """How much of a first day is known: the rest of it is there to choose by, and is not said."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Says:
    """A sentence of the law or guidance, with where it stands."""

    sentence: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Regime:
    """One law of reviews. `in_force_to` is its last day, None while it has none.

    `in_force_from` is its first day, or the first of the month or year that is all that is known of it.
    `never` marks a law that was proposed and never in force: it has no first day. `otherwise` is the outcome
    when no test answers yes. `sentences` says each outcome in the law's words. `remedies` are what is left
    to those who disagree where nobody may direct.
    """

    name: str
    title: str
    short: str
    review: str
    question: str
    nation: str
    subject: Subject
    in_force_from: date | None
    in_force_to: date | None
    in_force_verified: bool
    in_force_known_to: KnownTo
    never: bool
    citation: str
    who_decides: str
    facts: tuple[FactAsked, ...]
    tests: tuple[Test, ...]
    otherwise: Outcome
    sentences: tuple[tuple[Outcome, str], ...]
    considerations: tuple[Consideration, ...]
    kinds: tuple[ReviewKind, ...]
    clocks: tuple[Clock, ...]
    no_clocks: tuple[NoClock, ...]
    bodies: tuple[Body, ...]
    powers: tuple[Power, ...]
    remedies: tuple[Says, ...]
    notify: tuple[Told, ...]
    documents: tuple[Document, ...]
    publication: Publication
    retention: tuple[Retention, ...]
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
        """Whether the law gives any body a power in force to order a review, on whichever days."""
        return any(power.name == Can.DIRECT and power.in_force for power in self.powers)

    @property
    def in_force_since(self) -> str:
        """The first day as far as it is known: "2010-03-01", "2010-03" or "2010"; empty for none."""
        if self.in_force_from is None:
            return ""
        return self.in_force_from.isoformat()[: _LENGTHS[self.in_force_known_to]]

    @property
    def in_force_since_in_words(self) -> str:
        """1 March 2010, March 2010 or 2010."""
        return spoken(from_edtf(self.in_force_since)) if self.in_force_since else ""

    def powers_on(self, day: date) -> tuple[Power, ...]:
        """The powers that are in force on a day."""
        return tuple(power for power in self.powers if power.in_force_on(day))

    def may_direct_on(self, day: date) -> bool:
        """Whether any body may order a review to be held on a day."""
        return any(power.name == Can.DIRECT for power in self.powers_on(day))

    def bodies_on(self, day: date) -> tuple[Body, ...]:
        """The national bodies in being on a day."""
        return tuple(body for body in self.bodies if body.in_being_on(day))

    def fact(self, name: str) -> FactAsked:
        """The fact of this name. Raises KeyError where this regime does not ask it."""
        return {one.name: one for one in self.facts}[name]

    def clock(self, name: str) -> Clock:
        """The clock of this name. Raises KeyError where this regime has none such."""
        return {one.name: one for one in self.clocks}[name]

    def in_force_on(self, day: date) -> bool:
        """Whether it was law on a day: never, for one that was only proposed."""
        if self.never or self.in_force_from is None:
            return False
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)

    def says(self, outcome: Outcome) -> str:
        """The outcome as a sentence of this law."""
        return dict(self.sentences).get(outcome, OUTCOME_IN_WORDS[outcome] + ".")

    @property
    def trees(self) -> tuple[Tree, ...]:
        """Those of its tests, and those that tell its kinds of review apart."""
        return (*(one.tree for one in self.tests), *(one.tree for one in self.kinds))

    def _standings(self) -> Iterator[tuple[str, bool]]:
        yield "in_force", self.in_force_verified
        for key in NAMED:
            yield from ((f"{key}.{one.name}", one.verified) for one in getattr(self, key))
        for clock in self.clocks:
            for number, exception in enumerate(clock.exceptions, 1):
                yield f"clocks.{clock.name}.exceptions[{number}]", exception.verified
        for key in NUMBERED:
            yield from ((f"{key}[{n}]", one.verified) for n, one in enumerate(getattr(self, key), 1))
        publication = self.publication
        yield "publication", publication.verified
        if publication.notice:
            yield "publication.notice", publication.notice.verified
        if publication.kept:
            yield "publication.kept", publication.kept.verified
