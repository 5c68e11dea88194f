"""Where a page about a notification stands: the breadcrumb from the list of decisions."""

from __future__ import annotations

from django.urls import reverse

from candour.stages.notify.models import Notification

Place = list[tuple[str, str]]


def place_of(notification: Notification | None, *steps: str | tuple[str, str]) -> Place:
    """Decisions, the notification, then the steps: words, or words with an address."""
    place = [("Decisions", reverse("decide:decisions"))]
    if notification is not None:
        own = reverse("notify:notification", args=[notification.in_address])
        place.append((notification.written, own if steps else ""))
    return place + [step if isinstance(step, tuple) else (step, "") for step in steps]
