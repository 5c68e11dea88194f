"""The notification that an address names: 404 for whoever may not know that it is there."""

from __future__ import annotations

from django.http import Http404

from candour.kernel.people.models import Person
from candour.stages.notify.models import Notification, NotificationNumber


def notification_at(viewer: Person, words: str) -> Notification:
    """Such as N-2014-031, for those at its board, and for the national body once it was told."""
    try:
        asked = NotificationNumber.read(words)
    except ValueError:
        raise Http404 from None
    found = Notification.objects.visible_to(viewer).filter(year=asked.year, number=asked.number).first()
    if found is None:
        raise Http404
    return found
