"""Whose account is waited for, how late it is, and how each was chased: those that are late stand first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.later_stages import heard_from
from candour.stages.commission.models import AgencyAsked


@dataclass(frozen=True, slots=True)
class Chased:
    """One agency asked. `nth` is its number among those of its kind, which its mark shows."""

    row: AgencyAsked
    nth: int
    heard: bool
    days_late: int

    @property
    def state(self) -> str:
        if self.heard:
            return "done"
        return "late" if self.days_late > 0 else "due"

    @property
    def words(self) -> str:
        """The state in words: days of the calendar, as an agency counts them."""
        if self.heard:
            return "It has come"
        if self.days_late > 0:
            return f"{self.days_late:,} {'day' if self.days_late == 1 else 'days'} late"
        return "Waited for"


def chased_in(review: Review, viewer: Person, today: date) -> list[Chased]:
    """Late ones first, the latest of them on top; then those that are waited for, then those that came."""
    kinds: Counter[str] = Counter()
    heard = heard_from(review)
    found = []
    for one in asked_of(review, viewer):
        kinds[one.agency.agency_kind] += 1
        came = one.agency_id in heard
        late = 0 if came else max((today - one.due_on).days, 0)
        found.append(Chased(one, kinds[one.agency.agency_kind], came, late))
    return sorted(found, key=lambda one: (one.heard, one.row.due_on, one.row.agency.name))


def asked_of(review: Review, viewer: Person) -> Any:
    """Those whose asking stands, by name, with what was done about each."""
    seen = AgencyAsked.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    return seen.select_related("agency").prefetch_related("reminders", "moves")
