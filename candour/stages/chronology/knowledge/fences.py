"""Whether the fence of an agency's day is open, and what is said of it then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry, FenceOpened
from candour.stages.chronology.returns.naming import agencies_of


@dataclass(frozen=True, slots=True)
class Opened:
    """Who opened it, when and why: shown on every page of that agency's day from then on."""

    by: str
    at: datetime
    why: str


def agency_names_of(review: Review) -> tuple[str, ...]:
    """The agencies of the chronology, by the names they go by in it."""
    placed = Entry.objects.filter(review=review, withdrawn_at=None)
    return agencies_of(review, set(placed.order_by().values_list("body__agency", flat=True))).names


def fence_of(review: Review, agency: str, seen_on: date) -> Opened | None:
    """None while it is shut."""
    found = FenceOpened.objects.filter(review=review, agency=agency, seen_on=seen_on).first()
    if found is None:
        return None
    person = Person.objects.filter(username=found.opened_by).first()
    return Opened(person.name if person else found.opened_by, found.opened_at, found.why)


def fence_href(review: Review, agency: str, seen_on: date, back: str) -> str:
    """Where it is opened. `back` is the address of the page that it is opened for, within the review."""
    asked = {"agency": agency, "on": seen_on.isoformat(), "back": back}
    return f"{reverse('chronology:open-fence', args=[review.in_address])}?{urlencode(asked)}"
