"""Which accounts a practitioner may check: those shared, of episodes that touch their own agency."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from candour.domain.access import Can, roles_with
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Episode


def shared_with(person: Person, review: Review) -> QuerySet[Episode]:
    """Episodes seen by the agency of the person's seat, or with entries of its return."""
    seats = review.seats.held_by(person).filter(role__in=roles_with(Can.CHECK_ACCURACY))
    agencies = list(seats.exclude(agency=None).values_list("agency", flat=True))
    touched = Q(agency__in=agencies) | Q(entries__in_return__agency__in=agencies)
    shared = Episode.objects.filter(review=review, withdrawn_at=None, shared_at__isnull=False)
    return shared.filter(touched).distinct().order_by("number")
