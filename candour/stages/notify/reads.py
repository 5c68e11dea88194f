"""What the desk asks of this stage: where the notification behind a review stands."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Standing
from candour.stages.notify.models import Notification


def notification_of(review: Review) -> Notification | None:
    """The notification that the review goes back to; None for a review that was recorded without one."""
    # Decision and commission come later, so they are reached by name and never imported.
    return Notification.objects.filter(decision__commission__review=review).first()


def standing(review: Review, viewer: Person, today: date) -> Standing:
    notification = notification_of(review)
    if notification is None:
        return Standing("done")
    seen = Notification.objects.visible_to(viewer).filter(pk=notification.pk).exists()
    href = reverse("notify:notification", args=[notification.in_address]) if seen else ""
    return Standing("done", spoken_day(notification.notified_on), href)
