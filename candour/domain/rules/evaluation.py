"""What a regime asks on the answers given: the outcome, why, and what it still turns on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from candour.domain.rules.answer import Answer
from candour.domain.rules.regime import FactAsked, Outcome, Regime
from candour.domain.rules.regime_packs import facts_known
from candour.domain.rules.tree import (
    Answers,
    Kind,
    Tree,
    answered,
    because,
    live_facts,
    turning_facts,
    turns_on,
)
from candour.domain.trouble import Trouble

STRENGTH = (Outcome.MUST, Outcome.SHOULD_CONSIDER, Outcome.MAY, Outcome.NEED_NOT)
"""Of several tests that answer yes, the strongest outcome holds."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the evaluated tree, for drawing: `name` is a fact's, or a test's at the top of its tree."""

    kind: Kind
    label: str
    answer: Answer
    name: str = ""
    of: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Tested:
    """A test with its answer: the facts it rests on, or those that could still settle it."""

    __test__ = False  # for pytest: this is law

    name: str
    title: str
    answer: Answer
    outcome: Outcome
    citation: str
    verified: bool
    because: tuple[str, ...]
    missing: tuple[str, ...]
    tree: Node


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`missing` are the unknown facts whose answer could change the outcome, in the regime's order.

    `tree` joins the tests that lead to a review of any kind: "either", or the one test's own tree.
    """

    outcome: Outcome
    sentence: str
    tests: tuple[Tested, ...]
    missing: tuple[str, ...]
    tree: Node


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Where the outcome would stand if one missing fact were answered."""

    fact: str
    short: str
    yes: Outcome
    no: Outcome


def evaluate(regime: Regime, answers: Mapping[str, Answer]) -> Evaluation:
    """Apply the tests of a regime. A fact left out is unknown; one that it does not ask is ignored.

    The outcome is unknown only while two ways of answering what is missing lead to two outcomes.
    Raises Trouble for a fact that no pack knows, ValueError for an answer that is none.
    """
    given = _read(regime, answers)
    outcome = _outcome(regime, given)
    tests = tuple(
        Tested(
            name=test.name,
            title=test.title,
            answer=answered(test.tree, given),
            outcome=test.outcome,
            citation=test.citation,
            verified=test.verified,
            because=because(test.tree, given),
            missing=turning_facts(test.tree, given),
            tree=_node(regime, test.tree, given, test.name),
        )
        for test in regime.tests
    )
    whole = Tree(Kind.EITHER, of=tuple(test.tree for test in regime.tests))
    tree = Node(Kind.EITHER, _label(whole), answered(whole, given), "", tuple(one.tree for one in tests))
    return Evaluation(
        outcome=outcome,
        sentence=regime.says(outcome),
        tests=tests,
        missing=tuple(one.name for one in _missing(regime, given)),
        tree=tree if len(tests) > 1 else tests[0].tree,
    )


def what_if(regime: Regime, answers: Mapping[str, Answer], *, at_most: int = 4) -> tuple[WhatIf, ...]:
    """For each missing fact, the first `at_most` of them, what yes and no would lead to, all else as it is.

    Raises as `evaluate`.
    """
    given = _read(regime, answers)
    return tuple(
        WhatIf(
            one.name,
            one.short,
            _outcome(regime, {**given, one.name: Answer.YES}),
            _outcome(regime, {**given, one.name: Answer.NO}),
        )
        for one in _missing(regime, given)[:at_most]
    )


def _read(regime: Regime, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    known = facts_known() | {fact.name for fact in regime.facts}
    for name in answers:
        if name not in known:
            raise Trouble(
                f"No regime knows a fact called “{name}”.", do=f"Known: {', '.join(sorted(known))}."
            )
    return {name: Answer(answer) for name, answer in answers.items()}


def _outcome(regime: Regime, answers: Answers) -> Outcome:
    """The one outcome that every way of answering the rest leads to, or unknown."""
    settled = _strongest(regime, answers)
    if settled is not None:
        return settled
    fact = _open_facts(regime, answers)[0]
    yes, no = (_outcome(regime, {**answers, fact: way}) for way in (Answer.YES, Answer.NO))
    return yes if yes is no else Outcome.UNKNOWN


def _strongest(regime: Regime, answers: Answers) -> Outcome | None:
    """The strongest outcome that is called for, where no stronger one is still open."""
    for outcome in STRENGTH:
        found = {answered(one.tree, answers) for one in regime.tests if one.outcome is outcome}
        if Answer.YES in found:
            return outcome
        if Answer.UNKNOWN in found:
            return None
    return regime.otherwise


def _open_facts(regime: Regime, answers: Answers) -> tuple[str, ...]:
    trees = (one.tree for one in regime.tests if answered(one.tree, answers) is Answer.UNKNOWN)
    return tuple(dict.fromkeys(fact for tree in trees for fact in live_facts(tree, answers)))


def _missing(regime: Regime, answers: Answers) -> list[FactAsked]:
    """The unknown facts whose answer could change the outcome, in the regime's order."""
    settled, open_facts = partial(_strongest, regime), partial(_open_facts, regime)
    return [one for one in regime.facts if turns_on(one.name, answers, settled, open_facts)]


def _node(regime: Regime, tree: Tree, answers: Answers, test: str = "") -> Node:
    answer = answered(tree, answers)
    if tree.kind is Kind.FACT:
        return Node(tree.kind, regime.fact(tree.fact).short, answer, tree.fact)
    parts = tuple(_node(regime, one, answers) for one in tree.of)
    return Node(tree.kind, _label(tree), answer, test, parts)


def _label(tree: Tree) -> str:
    """What a joint says: "both" and "either" of two, "all" and "any" of more."""
    if tree.kind is Kind.NOT:
        return "not"
    few = len(tree.of) == 2
    if tree.kind is Kind.BOTH:
        return "both" if few else "all"
    return "either" if few else "any"
