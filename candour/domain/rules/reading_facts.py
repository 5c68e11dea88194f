"""What a pack asks, read key by key: facts, tests, kinds of review, considerations, and trees over facts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from candour.domain.packs.tables import Table
from candour.domain.rules.asked import Consideration, FactAsked, Outcome, ReviewKind, Test
from candour.domain.rules.comparison import Comparison, Sign
from candour.domain.rules.given import FactKind
from candour.domain.rules.tree import Kind, Tree

JOINTS = {"both": Kind.BOTH, "either": Kind.EITHER, "not": Kind.NOT}
DEEPEST = 20
"""Joints within joints; no law comes near it."""
_HOW = (
    "Write a fact, or one of both = [..], either = [..], not = .., "
    "or a comparison such as { fact = .., at_least = 18 }."
)
_SIGNS = {FactKind.NUMBER: (Sign.AT_LEAST, Sign.AT_MOST), FactKind.DATE: (Sign.ON_OR_AFTER, Sign.BEFORE)}
Asked = Mapping[str, FactAsked]


def read_fact(table: Table) -> FactAsked:
    """A row of [[facts]]."""
    kind = table.choice("kind", FactKind, FactKind.YES_NO)
    return FactAsked(
        name=table.slug("name"),
        question=table.text("question"),
        short=table.text("short"),
        help=table.text("help", ""),
        citation=table.text("citation"),
        kind=kind,
        unit=table.text("unit", "") if kind is FactKind.NUMBER else "",
        verified=table.truth("verified", True),
    )


def read_test(table: Table, facts: Asked) -> Test:
    """A row of [[tests]]."""
    return Test(
        name=table.slug("name"),
        title=table.text("title"),
        outcome=table.choice("outcome", Outcome),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        tree=_tree(table.held("tree"), table, facts),
        note=table.text("note", ""),
    )


def read_kind(table: Table, facts: Asked) -> ReviewKind:
    """A row of [[kinds]]."""
    return ReviewKind(
        name=table.slug("name"),
        title=table.text("title"),
        tree=_tree(table.held("tree"), table, facts),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        note=table.text("note", ""),
    )


def read_consideration(table: Table) -> Consideration:
    """A row of [[considerations]]."""
    return Consideration(
        name=table.slug("name"),
        sentence=table.text("sentence"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def _tree(shape: Any, table: Table, facts: Asked, depth: int = 0) -> Tree:
    """A fact's name, a comparison, or { both = [..] }, { either = [..] }, { not = .. }, as the law goes."""
    if isinstance(shape, str):
        return _yes_no(shape, table, facts)
    if isinstance(shape, dict) and "fact" in shape:
        return _compared(shape, table, facts)
    if isinstance(shape, dict) and len(shape) == 1 and depth < DEEPEST:
        ((joint, held),) = shape.items()
        parts = [held] if joint == "not" else held
        if joint in JOINTS and isinstance(parts, list) and len(parts) >= (1 if joint == "not" else 2):
            return Tree(JOINTS[joint], of=tuple(_tree(one, table, facts, depth + 1) for one in parts))
    table.slip("tree", f"holds {_shown(shape)}", _HOW)
    return Tree(Kind.FACT)


def _yes_no(name: str, table: Table, facts: Asked) -> Tree:
    if name not in facts:
        table.slip("tree", f"uses “{name}”, which is not among the facts")
    elif facts[name].kind is not FactKind.YES_NO:
        signs = " or ".join(_SIGNS[facts[name].kind])
        table.slip("tree", f"uses “{name}” bare, which is a {facts[name].kind}", f"Compare it, by {signs}.")
    return Tree(Kind.FACT, name)


def _compared(shape: dict[str, Any], table: Table, facts: Asked) -> Tree:
    """{ fact = "age", at_least = 18, at_most = 24 }: every comparison in it must hold."""
    name = shape["fact"]
    fact = facts.get(name) if isinstance(name, str) else None
    signs = {key: held for key, held in shape.items() if key != "fact"}
    if fact is None:
        table.slip("tree", f"uses {_shown(name)}, which is not among the facts")
    elif fact.kind is FactKind.YES_NO:
        table.slip("tree", f"compares “{name}”, which is answered yes or no", "Write its name alone.")
    elif not signs or any(key not in _SIGNS[fact.kind] for key in signs):
        table.slip("tree", f"holds {_shown(shape)}", f"A {fact.kind} takes {', '.join(_SIGNS[fact.kind])}.")
    elif any(not _fits(fact.kind, held) for held in signs.values()):
        meant = "a whole number" if fact.kind is FactKind.NUMBER else "a day without quotation marks"
        table.slip("tree", f"compares “{name}” with what is not {meant}")
    else:
        leaves = [Tree(Kind.FACT, name, asks=Comparison(Sign(key), held)) for key, held in signs.items()]
        return leaves[0] if len(leaves) == 1 else Tree(Kind.BOTH, of=tuple(leaves))
    return Tree(Kind.FACT)


def _fits(kind: FactKind, held: Any) -> bool:
    """Whether a fact of the kind can be compared with it."""
    if kind is FactKind.NUMBER:
        return isinstance(held, int) and not isinstance(held, bool) and held >= 0
    return isinstance(held, date) and not isinstance(held, datetime)


def _shown(shape: Any) -> str:
    words = repr(shape)
    return words if len(words) <= 80 else f"{words[:79]}…"
