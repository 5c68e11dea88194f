"""What a notification said of a fact of the law: a help to whoever answers the test, and never its answer."""

from __future__ import annotations

from candour.stages.notify.models import Notification

WITH_COLUMNS = ("died", "seriously_harmed", "abuse_or_neglect")
"""Facts that every notification has had a column for from the start; the others lie in `facts_said`."""


def said_of(notification: Notification, fact: str) -> str:
    """Yes, no or unknown; a number or a day as it is kept; nothing where it was not asked."""
    if fact in WITH_COLUMNS:
        return str(getattr(notification, fact))
    return str(notification.facts_said.get(fact, ""))
