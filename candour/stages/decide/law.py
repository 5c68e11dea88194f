"""The tests of the law on one notification: what was answered, what follows, and what it still turns on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from candour.domain.rules import (
    Answer,
    Evaluation,
    FactAsked,
    Kind,
    Node,
    Outcome,
    Regime,
    Tested,
    WhatIf,
    evaluate,
    load_regime,
    regime_names,
    what_if,
)
from candour.stages.decide.models import TestAnswer
from candour.stages.notify.models import Notification
from candour.stages.notify.said import is_typed, read_value, said_in_words, value_in_words


@dataclass(frozen=True, slots=True)
class Asked:
    """A fact that the law asks about, and the board's answer, if there is one."""

    fact: FactAsked
    row: TestAnswer | None
    turns: bool
    """Whether the outcome may turn on it."""
    notified: str = ""
    """What the notification said of it: a help, and no answer to the test."""

    @property
    def answer(self) -> Answer:
        """Unknown too where the answer is a number or a day: that is `given`."""
        return Answer(self.row.answer) if self.row and not self.given else Answer.UNKNOWN

    @property
    def given(self) -> str:
        """The number or the day, in words; empty where the fact is none or was not given."""
        return value_in_words(self.fact, self.row.value) if self.row else ""

    @property
    def is_typed(self) -> bool:
        return is_typed(self.fact)

    @property
    def answered(self) -> bool:
        return self.answer is not Answer.UNKNOWN or bool(self.given)

    @property
    def state(self) -> str:
        """The state of the answer, as a tag has it; the words of one that is given are `given`."""
        return "given" if self.given else self.answer.value


@dataclass(frozen=True, slots=True)
class Tests:
    """`asked` are the facts that were answered or may still turn the outcome, `unneeded` the others.

    `for_kinds` are those of the others that would settle which kind of review it is.
    """

    __test__ = False  # for pytest: this is law

    regime: Regime
    evaluation: Evaluation
    asked: tuple[Asked, ...]
    for_kinds: tuple[Asked, ...]
    unneeded: tuple[Asked, ...]
    what_ifs: tuple[WhatIf, ...]

    @property
    def missing(self) -> tuple[FactAsked, ...]:
        return tuple(self.regime.fact(name) for name in self.evaluation.missing)

    @property
    def answered(self) -> int:
        return sum(one.answered for one in self.asked)

    @property
    def known(self) -> bool:
        return self.evaluation.outcome is not Outcome.UNKNOWN

    def asking(self, name: str) -> Asked | None:
        return next(
            (one for one in (*self.asked, *self.for_kinds, *self.unneeded) if one.fact.name == name), None
        )


def regime_of(notification: Notification) -> Regime | None:
    """The law that the notification falls under; None where no pack holds it."""
    return load_regime(notification.regime) if notification.regime in regime_names() else None


def law_on(notification: Notification) -> Tests | None:
    """None where no pack holds the law of that day."""
    if (regime := regime_of(notification)) is None:
        return None
    rows = {row.fact: row for row in notification.test_answers.all()}
    given: dict[str, Any] = {
        fact.name: read_value(fact, row.value) if row.value else Answer(row.answer)
        for fact in regime.facts
        if (row := rows.get(fact.name)) is not None
    }
    evaluation = evaluate(regime, given)
    every = [
        Asked(fact, rows.get(fact.name), fact.name in evaluation.missing, said_in_words(notification, fact))
        for fact in regime.facts
    ]
    others = [one for one in every if not (one.row or one.turns)]
    settling = {fact for kind in evaluation.kinds for fact in kind.missing}
    return Tests(
        regime,
        evaluation,
        asked=tuple(one for one in every if one.row or one.turns),
        for_kinds=tuple(one for one in others if one.fact.name in settling),
        unneeded=tuple(one for one in others if one.fact.name not in settling),
        what_ifs=what_if(regime, given),
    )


def drawn_tests(evaluation: Evaluation) -> tuple[Tested, ...]:
    """Leaves out a test that is answered no without all its facts: its picture would ask for what is moot."""
    drawn = tuple(
        one for one in evaluation.tests if one.answer is not Answer.NO or not _has_unknown(one.tree)
    )
    return drawn or evaluation.tests


def _has_unknown(node: Node) -> bool:
    if node.kind is Kind.FACT:
        return node.answer is Answer.UNKNOWN
    return any(_has_unknown(one) for one in node.of)
