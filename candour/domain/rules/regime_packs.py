"""Regimes read from their packs: every slip is told with its file and key, none is guessed away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any

from candour.domain.deadlines import Event, Stops, Unit, calendar_names
from candour.domain.packs.opening import Kind, pack_names, pack_words, shared_words
from candour.domain.packs.tables import Table, read_pack
from candour.domain.rules.regime import (
    After,
    Can,
    Clock,
    ClockException,
    FactAsked,
    Kept,
    Notice,
    Outcome,
    Power,
    Publication,
    Regime,
    Says,
    Test,
)
from candour.domain.rules.tree import Kind as NodeKind
from candour.domain.rules.tree import Tree

_JOINTS = {"both": NodeKind.BOTH, "either": NodeKind.EITHER, "not": NodeKind.NOT}


def regime_names() -> tuple[str, ...]:
    """The names of the regimes there are: one a pack."""
    return pack_names(Kind.REGIMES)


@cache
def load_regime(name: str) -> Regime:
    """The regime of a pack. Raises Trouble: no such pack; Troubles: one with slips."""
    return read_regime(pack_words(Kind.REGIMES, name), f"regimes/{name}.toml")


def regimes_in_force(on: date) -> tuple[Regime, ...]:
    """The regimes in force on a day, the latest first."""
    every = (load_regime(name) for name in regime_names())
    found = [regime for regime in every if regime.in_force_on(on)]
    return tuple(sorted(found, key=lambda one: one.in_force_from, reverse=True))


@cache
def facts_known() -> frozenset[str]:
    """Every name of a fact that any pack knows: the shared ones, and those that regimes ask beside them."""
    shared = read_pack(shared_words("facts.toml"), "facts.toml", _shared_facts)
    asked = (fact.name for name in regime_names() for fact in load_regime(name).facts)
    return frozenset({*shared, *asked})


def read_regime(words: str, where: str) -> Regime:
    """The regime that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, _regime)


def _shared_facts(top: Table) -> tuple[str, ...]:
    table = top.table("facts")
    for name in table:
        table.text(name)
    return tuple(table)


def _regime(top: Table) -> Regime:
    in_force = top.table("in_force")
    facts = tuple(_fact(one) for one in top.tables("facts", least=1))
    names = frozenset(one.name for one in facts)
    regime = Regime(
        name=top.slug("name"),
        title=top.text("title"),
        short=top.text("short"),
        review=top.text("review"),
        question=top.text("question"),
        nation=top.text("nation"),
        in_force_from=in_force.day("from"),
        in_force_to=in_force.optional_day("to"),
        in_force_verified=in_force.truth("verified"),
        citation=top.text("citation"),
        who_decides=top.text("who_decides"),
        facts=facts,
        tests=tuple(_test(one, names) for one in top.tables("tests", least=1)),
        otherwise=top.choice("otherwise", Outcome),
        sentences=_sentences(top.table("outcomes")),
        clocks=tuple(_clock(one) for one in top.tables("clocks")),
        powers=tuple(_power(one) for one in top.tables("powers")),
        remedies=tuple(_says(one) for one in top.tables("remedies")),
        publication=_publication(top.table("publication")),
        principles=tuple(_says(one) for one in top.tables("principles")),
        sources=top.texts("sources", least=1),
        notes=top.texts("notes"),
    )
    _agree(top, regime)
    return regime


def _agree(top: Table, regime: Regime) -> None:
    """Slips that no single key shows."""
    for key in ("facts", "tests", "clocks", "powers"):
        for name in _twice(one.name for one in getattr(regime, key)):
            top.slip(key, f"holds “{name}” twice")
    if regime.in_force_to is not None and regime.in_force_to < regime.in_force_from:
        top.slip("in_force.to", "is before in_force.from")
    if regime.nation and regime.nation not in calendar_names():
        top.slip("nation", f"is “{regime.nation}”", f"There are calendars of: {', '.join(calendar_names())}.")
    said = {outcome for outcome, _ in regime.sentences}
    for outcome in {regime.otherwise, *(test.outcome for test in regime.tests)} - said:
        top.slip(f"outcomes.{outcome}", "is missing, and the regime can lead to it")
    unused = {fact.name for fact in regime.facts}.difference(*(test.tree.facts() for test in regime.tests))
    for name in sorted(unused):
        top.slip("facts", f"asks “{name}”, which no test uses")


def _fact(table: Table) -> FactAsked:
    return FactAsked(
        name=table.slug("name"),
        question=table.text("question"),
        short=table.text("short"),
        help=table.text("help", ""),
        citation=table.text("citation"),
    )


def _test(table: Table, facts: frozenset[str]) -> Test:
    return Test(
        name=table.slug("name"),
        title=table.text("title"),
        outcome=table.choice("outcome", Outcome),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        tree=_tree(table.held("tree"), table, facts),
        note=table.text("note", ""),
    )


def _tree(shape: Any, table: Table, facts: frozenset[str]) -> Tree:
    """A fact's name, or { both = [..] }, { either = [..] }, { not = .. }, as deep as the law goes."""
    if isinstance(shape, str):
        if shape not in facts:
            table.slip("tree", f"uses “{shape}”, which is not among the facts")
        return Tree(NodeKind.FACT, shape)
    if isinstance(shape, dict) and len(shape) == 1:
        ((joint, held),) = shape.items()
        parts = [held] if joint == "not" else held
        if joint in _JOINTS and isinstance(parts, list) and len(parts) >= (1 if joint == "not" else 2):
            return Tree(_JOINTS[joint], of=tuple(_tree(one, table, facts) for one in parts))
    table.slip("tree", f"holds {shape!r}", "Write a fact, or one of both = [..], either = [..], not = ..")
    return Tree(NodeKind.FACT)


def _sentences(table: Table) -> tuple[tuple[Outcome, str], ...]:
    return tuple((one, table.text(one)) for one in Outcome if table.has(one))


def _clock(table: Table) -> Clock:
    return Clock(
        name=table.slug("name"),
        title=table.text("title"),
        starts=table.choice("starts", Event),
        length=table.number("length"),
        unit=table.choice("unit", Unit),
        after=table.choice("after", After, After.ANY),
        to_working_day=table.truth("to_working_day", False),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        note=table.text("note", ""),
        first_day=_first_day(table),
        pauses=_pauses(table),
        exceptions=tuple(_exception(one) for one in table.tables("exceptions")),
    )


def _first_day(table: Table) -> int:
    """What number the day of the event has: 0 or 1."""
    number = table.number("first_day", 0)
    if number > 1:
        table.slip("first_day", f"is {number}", "The day of the event is day 0 or day 1.")
    return number


def _pauses(table: Table) -> tuple[Stops, ...]:
    named = table.texts("pauses")
    for one in named:
        if one not in list(Stops):
            table.slip("pauses", f"holds “{one}”", f"It may hold: {', '.join(Stops)}.")
    return tuple(Stops(one) for one in named if one in list(Stops))


def _exception(table: Table) -> ClockException:
    return ClockException(
        in_force_from=table.day("from"),
        in_force_to=table.optional_day("to"),
        says=table.text("says"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        length=table.number("length") if table.has("length") else None,
        unit=table.choice("unit", Unit) if table.has("unit") else None,
        relaxed=table.truth("relaxed", False),
    )


def _power(table: Table) -> Power:
    return Power(
        name=table.choice("name", Can),
        who=table.text("who"),
        sentence=table.text("sentence"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def _says(table: Table) -> Says:
    return Says(table.text("sentence"), table.text("citation"), table.truth("verified"))


def _publication(table: Table) -> Publication:
    notice, kept = table.optional_table("notice"), table.optional_table("kept")
    return Publication(
        says=table.texts("says", least=1),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        notice=Notice(
            notice.text("to"),
            notice.number("length"),
            notice.choice("unit", Unit),
            notice.text("citation"),
            notice.truth("verified"),
        )
        if notice
        else None,
        kept=Kept(
            kept.number("length"),
            kept.choice("unit", Unit),
            kept.text("citation"),
            kept.truth("verified"),
        )
        if kept
        else None,
    )


def _twice(names: Iterable[str]) -> list[str]:
    several = list(names)
    return sorted({name for name in several if several.count(name) > 1})
