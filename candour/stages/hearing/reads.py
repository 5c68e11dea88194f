"""What others ask of bundles: what a review glance says of one that could not be made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing
from candour.stages.hearing.models import Bundle, State


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """Bundles for a hearing that is still to come, and have no copy yet."""
    return list(_missing(review, viewer, today))


def _missing(review: Review, viewer: Person, today: date) -> Iterator[Missing]:
    if not may(viewer, Can.WRITE_REPORT, review):
        return
    rows = Bundle.objects.filter(report__review=review, withdrawn_at=None, heard_on__gte=today)
    for bundle in rows.exclude(makings__state=State.MADE):
        href = reverse("hearing:bundle", args=[review.in_address, bundle.pk])
        yield Missing(
            f"{bundle} for the hearing", href, "waits", "No copy is made", "Whoever leads the review"
        )
