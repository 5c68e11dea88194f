"""What every row about a notification has in common, and the outcomes a decision may have."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from candour.kernel.people.postholders import FROM_THE_START, OfBoard


class DecisionOutcome(models.TextChoices):
    REVIEW = "review", "Review"
    OTHER_REVIEW = "other_review", "A review by another name"
    NO_REVIEW = "no_review", "No review"


class OfNotification(OfBoard):
    """A row about a notification: the national body sees it from the day it is recorded."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    class Meta:
        abstract = True
