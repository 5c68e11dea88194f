"""Parts of acts: what is still to be decided, and what is taken back."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.decide.models import Decision, Dissent, RapidReview, Recommendation, SafetyAction
from candour.stages.notify.models import Notification


def withdraw(row: Recommendation | Dissent | SafetyAction | RapidReview, by: Person) -> None:
    """Mark it as taken back; it stays readable. Raises Trouble where somebody did so before."""
    if row.withdrawn_at is not None:
        raise Trouble("This was taken back before.", do="Nothing is left to undo.")
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by.username
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])


def not_withdrawn(notification: Notification) -> None:
    """Raises Trouble where the notification itself was withdrawn."""
    if notification.withdrawn_at is not None:
        raise Trouble(
            f"{notification.written} was withdrawn, so there is nothing to decide.",
            do="If it should stand, take its withdrawal back.",
        )


def still_open(notification: Notification) -> None:
    """Raises Trouble where there is nothing to decide, or it is decided."""
    not_withdrawn(notification)
    if Decision.objects.filter(stands_for=notification).exists():
        raise Trouble(
            f"{notification.written} is decided, so its tests and advice stand as they are.",
            do="The chair can take the decision back, until something rests on it.",
        )
