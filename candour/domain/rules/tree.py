"""A test of the law as a tree over facts, and what it answers: three-valued, no vaguer than it must be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from candour.domain.rules.answer import Answer, both, either, negated
from candour.domain.rules.comparison import Comparison
from candour.domain.rules.given import Answers

__all__ = ["Answers", "Kind", "Tree", "answered_at_sight", "grounds"]


class Kind(StrEnum):
    """What a node of a tree is."""

    FACT = "fact"
    BOTH = "both"
    EITHER = "either"
    NOT = "not_"


@dataclass(frozen=True, slots=True)
class Tree:
    """A fact by name, or all of, any of, or the opposite of what it is `of`.

    A fact that is a number or a day `asks` how it compares with one that the law names.
    """

    kind: Kind
    fact: str = ""
    of: tuple[Tree, ...] = ()
    asks: Comparison | None = None

    def facts(self) -> tuple[str, ...]:
        """The facts it asks, each once, in its order."""
        return tuple(dict.fromkeys(leaf.fact for leaf in self.leaves()))

    def leaves(self) -> Iterator[Tree]:
        """The facts as often as they stand in it, in its order."""
        if self.kind is Kind.FACT:
            yield self
        yield from chain.from_iterable(one.leaves() for one in self.of)


def answered_at_sight(tree: Tree, answers: Answers) -> Answer:
    """What the joints give, each on its own: unknown also where one fact stands twice and cancels out."""
    match tree.kind:
        case Kind.FACT:
            return _of_fact(tree, answers)
        case Kind.BOTH:
            return both(answered_at_sight(one, answers) for one in tree.of)
        case Kind.EITHER:
            return either(answered_at_sight(one, answers) for one in tree.of)
        case Kind.NOT:
            return negated(answered_at_sight(tree.of[0], answers))


def grounds(tree: Tree, answers: Answers) -> Iterator[str]:
    """The facts on which an answer given at sight rests."""
    if tree.kind is Kind.FACT:
        yield tree.fact
        return
    answer = answered_at_sight(tree, answers)
    if tree.kind is Kind.NOT:
        answer = negated(answer)
    for one in tree.of:
        if answered_at_sight(one, answers) is answer:
            yield from grounds(one, answers)


def _of_fact(leaf: Tree, answers: Answers) -> Answer:
    value = answers.get(leaf.fact, Answer.UNKNOWN)
    if leaf.asks is not None:
        return leaf.asks.answered(value)
    return value if isinstance(value, Answer) else Answer.UNKNOWN
