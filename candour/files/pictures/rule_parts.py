"""The parts of a drawn rule: tests, what joins them, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from candour.domain.rules.answer import Answer
from candour.domain.rules.tree import Kind, Tree
from candour.domain.rules.ways import answered

_WORDS = {Kind.BOTH: "both", Kind.EITHER: "either", Kind.NOT: "not"}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One test of the rule and its answer; `href` leads to where it is answered."""

    label: str
    answer: Answer
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Joint:
    """Answers that are taken together; `word` says how: both, either, all, not."""

    word: str
    answer: Answer
    of: tuple[Leaf | Joint, ...]

    def __post_init__(self) -> None:
        if not self.of:
            raise ValueError(f"the joint {self.word!r} joins nothing")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What the tree comes to; not known while an answer that it turns on is not."""

    title: str
    words: str
    known: bool


def parts_of(
    rule: Tree,
    answers: Mapping[str, Answer],
    labels: Mapping[str, str],
    hrefs: Mapping[str, str] | None = None,
) -> Leaf | Joint:
    """A rule of a pack as it is drawn; labels and links go by fact, and a fact without a label is itself."""
    answer = answered(rule, answers)
    if rule.kind is Kind.FACT:
        label = labels.get(rule.fact, rule.fact)
        asks = f": {rule.asks.in_words()}" if rule.asks else ""
        return Leaf(f"{label}{asks}", answer, (hrefs or {}).get(rule.fact))
    of = tuple(parts_of(one, answers, labels, hrefs) for one in rule.of)
    word = "all" if rule.kind is Kind.BOTH and len(of) > 2 else _WORDS[rule.kind]
    return Joint("any" if rule.kind is Kind.EITHER and len(of) > 2 else word, answer, of)
