"""Conversations with those who worked the case: with whom, when, who held it, and notes kept apart."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody
from candour.stages.analysis.withdrawable import Withdrawable


class Conversation(Withdrawable, InReview, Versioned):
    """One conversation: it and its notes are for those who review alone. Others learn its number at most."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_CONVERSATIONS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="conversations")
    number = models.PositiveSmallIntegerField()
    """By which episodes and findings say that they draw on it."""
    with_whom = models.CharField(max_length=120)
    """By role, never by name: Social Worker 3."""
    held_on = models.DateField()
    held_by_whom = models.CharField(max_length=200)
    """Who of the review held it, in words."""
    notes = models.TextField()
    checked_back_on = models.DateField(null=True, blank=True)
    """The day on which whoever spoke agreed that the notes are right."""
    earlier = models.JSONField(default=list, blank=True)
    """Each wording before a correction: {notes, by, at, why}, oldest first."""
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_conversation_a_number", fields=("review", "number")),
            models.CheckConstraint(
                name="conversation_is_with_somebody_and_has_notes",
                condition=~Q(with_whom="") & ~Q(held_by_whom="") & ~Q(notes=""),
            ),
            models.CheckConstraint(
                name="conversation_is_checked_back_after_it_was_held",
                condition=Q(checked_back_on=None) | Q(checked_back_on__gte=F("held_on")),
            ),
            models.CheckConstraint(
                name="conversation_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Conversation {self.number}"
