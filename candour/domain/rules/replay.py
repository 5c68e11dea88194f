"""The same cases under several laws: what each would ask, which cases part ways, and by which test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.rules.answer import Answer
from candour.domain.rules.asked import Outcome
from candour.domain.rules.evaluation import Evaluation, evaluate
from candour.domain.rules.given import Answers, Value
from candour.domain.rules.regime import Regime


class Decided(StrEnum):
    """What a board decided on a case, where the list says so."""

    REVIEW = "review"
    NO_REVIEW = "no_review"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of a list. The laws apply as if in force: the day is kept, and decides nothing."""

    case_id: str
    notified_on: date | None
    answers: Answers
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A case with its outcome under each law, in their order; `by` are the tests by which they part."""

    case: Case
    outcomes: tuple[Outcome, ...]
    by: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return len(set(self.outcomes)) > 1


@dataclass(frozen=True, slots=True)
class Replay:
    """All cases, in their order."""

    regimes: tuple[Regime, ...]
    cases: tuple[Replayed, ...]

    @property
    def parted(self) -> tuple[Replayed, ...]:
        """The cases whose outcome is not the same under every law."""
        return tuple(one for one in self.cases if one.differs)

    def counted(self, regime: Regime) -> dict[Outcome, int]:
        """How many cases come to each outcome under a law."""
        place = self.regimes.index(regime)
        counts = Counter(one.outcomes[place] for one in self.cases)
        return {outcome: counts[outcome] for outcome in Outcome}

    def against(self, regime: Regime) -> tuple[Replayed, ...]:
        """The cases decided without a review although this law says that there must be one."""
        place = self.regimes.index(regime)
        refused = (one for one in self.cases if one.case.decided is Decided.NO_REVIEW)
        return tuple(one for one in refused if one.outcomes[place] is Outcome.MUST)

    def could_be_directed(self, regime: Regime) -> tuple[Replayed, ...]:
        """Of those, the ones that somebody could have directed: none where the law gives no such power."""
        return self.against(regime) if regime.may_direct else ()


def replay(regimes: Sequence[Regime], cases: Sequence[Case]) -> Replay:
    """Each case under each law. Raises Trouble for an answer that a law's fact cannot have."""
    benches = [_Bench(regime) for regime in regimes]
    return Replay(tuple(regimes), tuple(_replayed(benches, case) for case in cases))


class _Bench:
    """A law, and what it said of each set of answers so far: many cases of a list are alike to it."""

    def __init__(self, regime: Regime) -> None:
        self._regime = regime
        self._facts = [fact.name for fact in regime.facts]
        self._said: dict[tuple[Value, ...], Evaluation] = {}

    def asked(self, answers: Answers) -> Evaluation:
        values = tuple(answers.get(name, Answer.UNKNOWN) for name in self._facts)
        if values not in self._said:
            self._said[values] = evaluate(self._regime, dict(zip(self._facts, values, strict=True)))
        return self._said[values]


def _replayed(benches: Sequence[_Bench], case: Case) -> Replayed:
    found = [bench.asked(case.answers) for bench in benches]
    outcomes = tuple(one.outcome for one in found)
    by = _parting(found) if len(set(outcomes)) > 1 else ()
    return Replayed(case, outcomes, by)


def _parting(found: Sequence[Evaluation]) -> tuple[str, ...]:
    """The tests on which the outcomes rest, but for those that say the same under every law."""
    carrying = [_carrying(one) for one in found]
    everywhere = set.intersection(*map(set, carrying))
    return tuple(
        dict.fromkeys(name for one in carrying for name, *said in one if (name, *said) not in everywhere)
    )


def _carrying(evaluation: Evaluation) -> list[tuple[str, Outcome, Answer]]:
    """The tests that gave the outcome, or those still open while it is unknown; none where none says yes."""
    if evaluation.outcome is Outcome.UNKNOWN:
        carrying = [one for one in evaluation.tests if one.answer is Answer.UNKNOWN]
    else:
        yes = (one for one in evaluation.tests if one.answer is Answer.YES)
        carrying = [one for one in yes if one.outcome is evaluation.outcome]
    return [(one.name, one.outcome, one.answer) for one in carrying]
