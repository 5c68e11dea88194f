"""Where the outcome would stand if one missing fact were answered, in each way that makes a difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import Any

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules.answer import Answer
from candour.domain.rules.asked import FactAsked, Outcome
from candour.domain.rules.comparison import LEAST
from candour.domain.rules.evaluation import answers_read, evaluate, outcome_on
from candour.domain.rules.given import Answers, FactKind, Value
from candour.domain.rules.regime import Regime
from candour.domain.rules.ways import ways_of


@dataclass(frozen=True, slots=True)
class Way:
    """An answer, or a span of numbers or days that come to the same, in words: "yes", "18 or more"."""

    words: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A missing fact, and where each way of answering it leads, all else as it is."""

    fact: str
    short: str
    ways: tuple[Way, ...]


def what_if(regime: Regime, answers: Mapping[str, Any], *, at_most: int = 4) -> tuple[WhatIf, ...]:
    """For each missing fact, the first `at_most` of them, what its answers would lead to.

    Raises as `evaluate`.
    """
    given = answers_read(regime, answers)
    missing = evaluate(regime, given).missing[:at_most]
    facts = (regime.fact(name) for name in missing)
    values = ways_of(test.tree for test in regime.tests)
    return tuple(WhatIf(one.name, one.short, _ways(regime, one, values[one.name], given)) for one in facts)


def _ways(regime: Regime, fact: FactAsked, values: tuple[Value, ...], given: Answers) -> tuple[Way, ...]:
    found = [(value, outcome_on(regime, {**given, fact.name: value})) for value in values]
    if fact.kind is FactKind.YES_NO:
        return tuple(Way(str(value), outcome) for value, outcome in found)
    spans = [(next(same)[0], outcome) for outcome, same in groupby(found, key=lambda one: one[1])]
    return tuple(
        Way(_span(fact, first, following[0] if following else None), outcome)
        for (first, outcome), following in zip_longest(spans, spans[1:])
    )


def _span(fact: FactAsked, first: Value, end: Value | None) -> str:
    """The values from the first to before the end: "under 18", "18 to 24", "25 or more"."""
    if isinstance(first, date):
        return _days(first, end if isinstance(end, date) else None)
    if isinstance(first, Answer) or isinstance(end, Answer | date):
        return str(first)
    if first == LEAST[FactKind.NUMBER]:
        return "any number" if end is None else f"under {end}"
    if end is None:
        return f"{first} or more"
    return str(first) if end == first + 1 else f"{first} to {end - 1}"


def _days(first: date, end: date | None) -> str:
    if first == LEAST[FactKind.DATE]:
        return "any day" if end is None else f"before {spoken_day(end)}"
    if end is None:
        return f"on or after {spoken_day(first)}"
    return f"from {spoken_day(first)} to {spoken_day(end - timedelta(days=1))}"
