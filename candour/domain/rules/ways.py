"""Every way of answering what is open, folded together: which results are left, and on which facts they turn.

The ways of twenty open facts are a million; folded, those that come to the same are one. This is a reduced
ordered decision diagram (Bryant 1986), so a fact stands in it exactly where some way turns on that fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.rules.answer import Answer, negated
from candour.domain.rules.comparison import LEAST
from candour.domain.rules.given import Answers, Value
from candour.domain.rules.tree import Kind, Tree, answered_at_sight, grounds

Part = Tree | Answer
"""What is left of a tree once some of its facts are answered."""
Settled = Callable[[Sequence[Answer]], StrEnum | None]
"""The result that the answers of several trees give, or None while it is open."""
YES_NO: tuple[Value, ...] = (Answer.YES, Answer.NO)


@dataclass(frozen=True, slots=True, eq=False)
class Fork:
    """A fact on which the result turns, and what follows from each of its ways."""

    fact: str
    to: tuple[Fork | StrEnum, ...]


def folded(trees: Sequence[Tree], answers: Answers, settled: Settled) -> Fork | StrEnum:
    """The one result that every way of answering the rest leads to, or the fork at which they part."""
    ways = ways_of(trees)
    order = {fact: number for number, fact in enumerate(ways)}
    seen: dict[tuple[Part, ...], Fork | StrEnum] = {}
    forks: dict[tuple[str, tuple[Fork | StrEnum, ...]], Fork] = {}

    def fold(parts: tuple[Part, ...]) -> Fork | StrEnum:
        result = settled([one if isinstance(one, Answer) else Answer.UNKNOWN for one in parts])
        if result is not None:
            return result
        if parts not in seen:
            fact = min((one.fact for one in _leaves(parts)), key=order.__getitem__)
            to = tuple(fold(_given(parts, {fact: way})) for way in ways[fact])
            alike = all(one is to[0] for one in to)
            seen[parts] = to[0] if alike else forks.setdefault((fact, to), Fork(fact, to))
        return seen[parts]

    return fold(_given(trees, answers))


def ways_of(trees: Iterable[Tree]) -> dict[str, tuple[Value, ...]]:
    """For each fact, in the trees' order, one value for each way in which they can tell its values apart."""
    turns: dict[str, set[int]] = {}
    found: dict[str, tuple[Value, ...]] = {}
    for leaf in (leaf for tree in trees for leaf in tree.leaves()):
        if leaf.asks is None:
            found[leaf.fact] = YES_NO
            continue
        several = turns.setdefault(leaf.fact, {LEAST[leaf.asks.sign.kind]})  # type: ignore[arg-type]
        several.add(leaf.asks.turns_at)  # type: ignore[arg-type]
        found[leaf.fact] = tuple(sorted(several))
    return found


def turning_on(fork: Fork | StrEnum) -> frozenset[str]:
    """The facts on which it turns."""
    return frozenset(one.fact for one in _forks(fork, set()))


def answered(tree: Tree, answers: Answers) -> Answer:
    """What the tree answers; a fact left out is unknown.

    Unknown only where some way of filling in what is unknown gives yes and another gives no.
    """
    left = _left_of(tree, answers)
    if isinstance(left, Answer):
        return left
    if _is_plain(left):
        return Answer.UNKNOWN
    found = folded((left,), answers, _first)
    return found if isinstance(found, Answer) else Answer.UNKNOWN


def turning_facts(tree: Tree, answers: Answers) -> tuple[str, ...]:
    """The unknown facts on which the answer may yet turn, each once, in the tree's order."""
    left = _left_of(tree, answers)
    if isinstance(left, Answer):
        return ()
    if _is_plain(left):
        return left.facts()
    turning = turning_on(folded((left,), answers, _first))
    return tuple(one for one in left.facts() if one in turning)


def because(tree: Tree, answers: Answers) -> tuple[str, ...]:
    """The answered facts on which a settled answer rests; none while it is unknown."""
    if answered(tree, answers) is Answer.UNKNOWN:
        return ()
    if answered_at_sight(tree, answers) is Answer.UNKNOWN:
        return tuple(one for one in tree.facts() if answers.get(one, Answer.UNKNOWN) is not Answer.UNKNOWN)
    return tuple(dict.fromkeys(grounds(tree, answers)))


def _is_plain(left: Tree) -> bool:
    """Whether each fact stands in it once and may go either way, so that its answer turns on every one."""
    leaves = list(left.leaves())
    facts = {leaf.fact for leaf in leaves}
    either_way = (leaf.asks is None or leaf.asks.turns_at != LEAST[leaf.asks.sign.kind] for leaf in leaves)
    return len(facts) == len(leaves) and all(either_way)


def _first(answers: Sequence[Answer]) -> StrEnum | None:
    return None if answers[0] is Answer.UNKNOWN else answers[0]


def _leaves(parts: Iterable[Part]) -> Iterator[Tree]:
    for part in parts:
        if isinstance(part, Tree):
            yield from part.leaves()


def _forks(fork: Fork | StrEnum, seen: set[Fork]) -> Iterator[Fork]:
    if isinstance(fork, Fork) and fork not in seen:
        seen.add(fork)
        yield fork
        for one in fork.to:
            yield from _forks(one, seen)


def _given(parts: Iterable[Part], answers: Mapping[str, Value]) -> tuple[Part, ...]:
    return tuple(one if isinstance(one, Answer) else _left_of(one, answers) for one in parts)


def _left_of(tree: Tree, answers: Answers) -> Part:
    """What is left of a tree when these facts are answered: as short as its joints allow."""
    if tree.kind is Kind.FACT:
        answer = answered_at_sight(tree, answers)
        return tree if answer is Answer.UNKNOWN else answer
    left = [_left_of(one, answers) for one in tree.of]
    if tree.kind is Kind.NOT:
        one = left[0]
        return negated(one) if isinstance(one, Answer) else Tree(Kind.NOT, of=(one,))
    ends = Answer.NO if tree.kind is Kind.BOTH else Answer.YES
    if ends in left:
        return ends
    still = tuple(dict.fromkeys(one for one in left if isinstance(one, Tree)))
    if not still:
        return negated(ends)
    return still[0] if len(still) == 1 else Tree(tree.kind, of=still)
