"""Rows in = placed + held + refused: of each return and of all, counted from what stands in the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from candour.domain.moments import Fate
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import NO_LONGER_PLACED, Entry, Return, UnplacedRow

HELD = Q(fate=str(Fate.HELD), placed_entry=None, withdrawn_at=None)
REFUSED = Q(fate=str(Fate.REFUSED), placed_entry=None, withdrawn_at=None)


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows of one return by their fate."""

    sent: Return
    placed: int = 0
    held: int = 0
    refused: int = 0

    @property
    def rows_in(self) -> int:
        return self.placed + self.held + self.refused

    @property
    def agency(self) -> Organisation:
        return self.sent.agency


@dataclass(frozen=True, slots=True)
class Ledger:
    """Each return with its counts, in order of coming, and their sums. Withdrawn returns count nothing."""

    returns: tuple[Counted, ...]

    @property
    def placed(self) -> int:
        return sum(one.placed for one in self.returns)

    @property
    def held(self) -> int:
        return sum(one.held for one in self.returns)

    @property
    def refused(self) -> int:
        return sum(one.refused for one in self.returns)

    @property
    def rows_in(self) -> int:
        return self.placed + self.held + self.refused


def ledger_of(review: Review, viewer: Person | None = None) -> Ledger:
    """The ledger of a review; for a viewer, of the returns they may see."""
    rows = Return.objects.all() if viewer is None else Return.objects.visible_to(viewer)
    sent = rows.filter(review=review, withdrawn_at=None).select_related("agency", "paper")
    return Ledger(tuple(counted_of(sent)))


def counted_of(sent: Sequence[Return]) -> list[Counted]:
    """The counts of each return, in three questions however many there are."""
    placed = _by_return(Entry.objects.filter(in_return__in=sent).exclude(withdrawn_why__in=NO_LONGER_PLACED))
    held = _by_return(UnplacedRow.objects.filter(HELD, in_return__in=sent))
    refused = _by_return(UnplacedRow.objects.filter(REFUSED, in_return__in=sent))
    return [Counted(one, placed.get(one.pk, 0), held.get(one.pk, 0), refused.get(one.pk, 0)) for one in sent]


def _by_return(rows: Any) -> dict[int, int]:
    return dict(rows.order_by().values_list("in_return").annotate(count=Count("pk")))
