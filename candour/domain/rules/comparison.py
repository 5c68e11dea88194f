"""A number or a day held against one that the law names: 18 or more, before 1 December 2016."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules.answer import Answer
from candour.domain.rules.given import FactKind, Value

LEAST = {FactKind.NUMBER: 0, FactKind.DATE: date.min}
"""The least value that a fact of the kind can have."""


class Sign(StrEnum):
    """How a value is compared; numbers by the first two, days by the others."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ON_OR_AFTER = "on_or_after"
    BEFORE = "before"

    @property
    def kind(self) -> FactKind:
        """The kind of fact that it compares."""
        return FactKind.NUMBER if self in (Sign.AT_LEAST, Sign.AT_MOST) else FactKind.DATE


@dataclass(frozen=True, slots=True)
class Comparison:
    """`to` is a number or a day, as the sign asks."""

    sign: Sign
    to: int | date

    @property
    def turns_at(self) -> int | date:
        """The first value whose answer differs from that of all smaller ones."""
        return self.to + 1 if self.sign is Sign.AT_MOST and isinstance(self.to, int) else self.to

    def answered(self, value: Value) -> Answer:
        """What it says of a value; unknown of one that is not given."""
        if isinstance(value, Answer):
            return Answer.UNKNOWN
        reached = value >= self.turns_at  # type: ignore[operator]
        rising = self.sign in (Sign.AT_LEAST, Sign.ON_OR_AFTER)
        return Answer.YES if reached is rising else Answer.NO

    def in_words(self, unit: str = "") -> str:
        """ "18 years or more", "before 1 December 2016"."""
        if isinstance(self.to, date):
            return f"{'before' if self.sign is Sign.BEFORE else 'on or after'} {spoken_day(self.to)}"
        counted = f"{self.to} {unit}".strip()
        return f"{counted} or {'more' if self.sign is Sign.AT_LEAST else 'less'}"
