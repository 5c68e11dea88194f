"""The decision that an address names: 404 for whoever may not know of it, and where none was made."""

from __future__ import annotations

from django.http import Http404

from candour.kernel.people.models import Person
from candour.stages.decide.models import Decision
from candour.stages.notify.finding import notification_at


def decision_at(viewer: Person, words: str) -> Decision:
    """The decision on the notification that the address names, such as N-2014-031."""
    notification = notification_at(viewer, words)
    found = Decision.objects.visible_to(viewer).filter(stands_for=notification).first()
    if found is None:
        raise Http404
    decision: Decision = found
    return decision
