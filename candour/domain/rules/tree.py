"""A test of the law as a tree over facts, and what it answers: three-valued, no vaguer than it must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from candour.domain.rules.answer import Answer, both, either, negated

Answers = Mapping[str, Answer]


class Kind(StrEnum):
    """What a node of a tree is."""

    FACT = "fact"
    BOTH = "both"
    EITHER = "either"
    NOT = "not_"


@dataclass(frozen=True, slots=True)
class Tree:
    """A fact by name, or all of, any of, or the opposite of what it is `of`."""

    kind: Kind
    fact: str = ""
    of: tuple[Tree, ...] = ()

    def facts(self) -> tuple[str, ...]:
        """The facts it asks, each once, in its order."""
        if self.kind is Kind.FACT:
            return (self.fact,)
        return tuple(dict.fromkeys(chain.from_iterable(one.facts() for one in self.of)))


def answered(tree: Tree, answers: Answers) -> Answer:
    """What the tree answers; a fact left out is unknown.

    Unknown only where some way of filling in what is unknown gives yes and another gives no. Kleene's
    joints alone are vaguer where one fact stands in two places, so such trees are split on it.
    """
    answer = _joined(tree, answers)
    if answer is not Answer.UNKNOWN:
        return answer
    open_facts = live_facts(tree, answers)
    if len(open_facts) == len(list(_live(tree, answers))):
        return Answer.UNKNOWN  # no fact stands twice: the joints are exact
    ways = {answered(tree, {**answers, open_facts[0]: way}) for way in (Answer.YES, Answer.NO)}
    return ways.pop() if len(ways) == 1 else Answer.UNKNOWN


def live_facts(tree: Tree, answers: Answers) -> tuple[str, ...]:
    """The unknown facts in those parts of the tree that are not settled without them, each once."""
    return tuple(dict.fromkeys(_live(tree, answers)))


def turning_facts(tree: Tree, answers: Answers) -> tuple[str, ...]:
    """The unknown facts on which the answer may yet turn, each once."""

    def settled(given: Answers) -> Answer | None:
        answer = answered(tree, given)
        return None if answer is Answer.UNKNOWN else answer

    def open_facts(given: Answers) -> tuple[str, ...]:
        return live_facts(tree, given)

    return tuple(one for one in open_facts(answers) if turns_on(one, answers, settled, open_facts))


def turns_on(
    fact: str,
    answers: Answers,
    settled: Callable[[Answers], object | None],
    open_facts: Callable[[Answers], tuple[str, ...]],
) -> bool:
    """Whether, for some way of answering the rest, this fact alone decides between two results.

    `settled` gives the result or None while it is open; `open_facts` what may still bear on it.
    """
    still = () if settled(answers) is not None else open_facts(answers)
    if fact not in still:
        return False
    others = [one for one in still if one != fact]
    if not others:
        return settled({**answers, fact: Answer.YES}) != settled({**answers, fact: Answer.NO})
    ways = ({**answers, others[0]: way} for way in (Answer.YES, Answer.NO))
    return any(turns_on(fact, way, settled, open_facts) for way in ways)


def because(tree: Tree, answers: Answers) -> tuple[str, ...]:
    """The answered facts on which a settled answer rests; none while it is unknown."""
    if answered(tree, answers) is Answer.UNKNOWN:
        return ()
    if _joined(tree, answers) is Answer.UNKNOWN:
        return tuple(one for one in tree.facts() if answers.get(one, Answer.UNKNOWN) is not Answer.UNKNOWN)
    return tuple(dict.fromkeys(_grounds(tree, answers)))


def _grounds(tree: Tree, answers: Answers) -> Iterator[str]:
    if tree.kind is Kind.FACT:
        yield tree.fact
        return
    answer = _joined(tree, answers)
    if tree.kind is Kind.NOT:
        answer = negated(answer)
    for one in tree.of:
        if _joined(one, answers) is answer:
            yield from _grounds(one, answers)


def _live(tree: Tree, answers: Answers) -> Iterator[str]:
    if _joined(tree, answers) is not Answer.UNKNOWN:
        return
    if tree.kind is Kind.FACT:
        yield tree.fact
    for one in tree.of:
        yield from _live(one, answers)


def _joined(tree: Tree, answers: Answers) -> Answer:
    match tree.kind:
        case Kind.FACT:
            return answers.get(tree.fact, Answer.UNKNOWN)
        case Kind.BOTH:
            return both(_joined(one, answers) for one in tree.of)
        case Kind.EITHER:
            return either(_joined(one, answers) for one in tree.of)
        case Kind.NOT:
            return negated(_joined(tree.of[0], answers))
