"""What a regime asks and what follows: facts, tests, kinds of review, and what must be weighed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from candour.domain.rules.given import FactKind
from candour.domain.rules.tree import Tree


class Outcome(StrEnum):
    """What the law asks of whoever decides, strongest first; unknown while it turns on an answer."""

    MUST = "must"
    SHOULD_CONSIDER = "should_consider"
    MAY = "may"
    NEED_NOT = "need_not"
    UNKNOWN = "unknown"


OUTCOME_IN_WORDS = {
    Outcome.MUST: "Must review",
    Outcome.SHOULD_CONSIDER: "Should consider a review",
    Outcome.MAY: "May review",
    Outcome.NEED_NOT: "Need not review",
    Outcome.UNKNOWN: "Not yet known",
}


@dataclass(frozen=True, slots=True)
class FactAsked:
    """A question of fact; `short` is the fact as a picture labels it, `unit` what its number counts."""

    name: str
    question: str
    short: str
    help: str
    citation: str
    kind: FactKind = FactKind.YES_NO
    unit: str = ""
    verified: bool = True


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
class ReviewKind:
    """A kind of review that the law tells apart by facts, such as concise and extended."""

    name: str
    title: str
    tree: Tree
    citation: str
    verified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Consideration:
    """What must be taken into account where the law leaves a choice: weighed by people, never scored."""

    name: str
    sentence: str
    citation: str
    verified: bool
