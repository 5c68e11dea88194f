"""What a regime asks on the answers given: the outcome, why, and what it still turns on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from candour.domain.rules.answer import Answer
from candour.domain.rules.asked import Outcome
from candour.domain.rules.facts_shared import shared_facts
from candour.domain.rules.given import WANTED, Answers, kind_of, value_of
from candour.domain.rules.regime import Regime
from candour.domain.rules.regime_packs import facts_known
from candour.domain.rules.tree import Kind, Tree
from candour.domain.rules.ways import answered, because, folded, turning_facts, turning_on
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
class KindFound:
    """A kind of review that this is, or that it may still be; `missing` would settle which."""

    name: str
    title: str
    answer: Answer
    citation: str
    verified: bool
    because: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`missing` are the unknown facts whose answer could change the outcome, in the regime's order.

    `tree` joins the tests that lead to a review of any kind: "either", or the one test's own tree. `kinds`
    are those that it is, and those still unknown; they change no outcome.
    """

    outcome: Outcome
    sentence: str
    tests: tuple[Tested, ...]
    missing: tuple[str, ...]
    tree: Node
    kinds: tuple[KindFound, ...]


def evaluate(regime: Regime, answers: Mapping[str, Any]) -> Evaluation:
    """Apply the tests of a regime. A fact left out is unknown; one that it does not ask is ignored.

    The outcome is unknown only while two ways of answering what is missing lead to two outcomes.
    Raises Trouble for a fact that no pack knows, and for an answer that the fact cannot have.
    """
    given = answers_read(regime, answers)
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
    outcome, missing = _outcome_and_missing(regime, given)
    return Evaluation(
        outcome=outcome,
        sentence=regime.says(outcome),
        tests=tests,
        missing=missing,
        tree=tree if len(tests) > 1 else tests[0].tree,
        kinds=_kinds(regime, given),
    )


def answers_read(regime: Regime, answers: Mapping[str, Any]) -> Answers:
    """The answers as values, each of the kind its fact is. Raises Trouble as `evaluate`."""
    asked = {fact.name: fact.kind for fact in regime.facts}
    strange = answers.keys() - asked.keys() - shared_facts().keys()
    if strange and (strange := strange - facts_known()):
        known = facts_known() | asked.keys()
        named = ", ".join(f"“{one}”" for one in sorted(strange))
        raise Trouble(f"No regime knows a fact called {named}.", do=f"Known: {', '.join(sorted(known))}.")
    given = {name: value_of(said) for name, said in answers.items()}
    for name, value in given.items():
        if name in asked and kind_of(value) not in (None, asked[name]):
            raise Trouble(f"“{answers[name]}” is no answer to “{name}”.", do=WANTED[asked[name]])
    return given


def outcome_on(regime: Regime, answers: Answers) -> Outcome:
    """The one outcome that every way of answering the rest leads to, or unknown."""
    return _outcome_and_missing(regime, answers)[0]


def _outcome_and_missing(regime: Regime, answers: Answers) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome, and while it is unknown the facts whose answer could change it, in the regime's order."""

    def settled(found: Sequence[Answer]) -> Outcome | None:
        return _strongest(regime, found)

    fork = folded(tuple(test.tree for test in regime.tests), answers, settled)
    if isinstance(fork, Outcome):
        return fork, ()
    turning = turning_on(fork)
    return Outcome.UNKNOWN, tuple(one.name for one in regime.facts if one.name in turning)


def _strongest(regime: Regime, found: Sequence[Answer]) -> Outcome | None:
    """The strongest outcome that is called for, where no stronger one is still open."""
    for outcome in STRENGTH:
        answers = {one for one, test in zip(found, regime.tests, strict=True) if test.outcome is outcome}
        if Answer.YES in answers:
            return outcome
        if Answer.UNKNOWN in answers:
            return None
    return regime.otherwise


def _kinds(regime: Regime, answers: Answers) -> tuple[KindFound, ...]:
    found = (
        KindFound(
            name=kind.name,
            title=kind.title,
            answer=answered(kind.tree, answers),
            citation=kind.citation,
            verified=kind.verified,
            because=because(kind.tree, answers),
            missing=turning_facts(kind.tree, answers),
        )
        for kind in regime.kinds
    )
    return tuple(one for one in found if one.answer is not Answer.NO)


def _node(regime: Regime, tree: Tree, answers: Answers, test: str = "") -> Node:
    answer = answered(tree, answers)
    if tree.kind is Kind.FACT:
        fact = regime.fact(tree.fact)
        label = f"{fact.short}: {tree.asks.in_words(fact.unit)}" if tree.asks else fact.short
        return Node(tree.kind, label, answer, tree.fact)
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
