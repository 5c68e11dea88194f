"""Hours and pounds, planned and used, line by line and in all. Pounds are counted exactly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import BudgetLine, Used

NONE = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sum:
    """Hours and pounds, planned and used."""

    hours: Decimal = NONE
    pounds: Decimal = NONE
    hours_used: Decimal = NONE
    pounds_used: Decimal = NONE

    def __add__(self, other: Sum) -> Sum:
        return Sum(
            self.hours + other.hours,
            self.pounds + other.pounds,
            self.hours_used + other.hours_used,
            self.pounds_used + other.pounds_used,
        )

    @property
    def over(self) -> bool:
        """More is used than was planned, of either."""
        return self.hours_used > self.hours or self.pounds_used > self.pounds


@dataclass(frozen=True, slots=True)
class LineOfPlan:
    """A line, its sum, and what was used of it, the latest first."""

    row: BudgetLine
    sum: Sum
    used: tuple[Used, ...]


def plan_of(review: Review, viewer: Person) -> tuple[list[LineOfPlan], Sum]:
    """The lines that stand, and the sum of all."""
    rows = BudgetLine.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    lines = [_line(one) for one in rows.prefetch_related("used")]
    return lines, _all(one.sum for one in lines)


def _line(row: BudgetLine) -> LineOfPlan:
    used = tuple(one for one in row.used.all() if one.withdrawn_at is None)
    spent = Sum(
        row.hours,
        row.pounds,
        sum((one.hours for one in used), NONE),
        sum((one.pounds for one in used), NONE),
    )
    return LineOfPlan(row, spent, used)


def _all(sums: Iterable[Sum]) -> Sum:
    total = Sum()
    for one in sums:
        total = total + one
    return total


def in_pounds(amount: Decimal) -> str:
    """£1,204.50; whole pounds without pence."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def in_hours(amount: Decimal) -> str:
    """7.5 hours: as many places as are needed."""
    shown = f"{amount:,.2f}".rstrip("0").rstrip(".")
    return f"{shown} {'hour' if amount == 1 else 'hours'}"
