"""What the board answers to each finding, what it will do, and whether that changed anything."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody
from candour.stages.analysis.models import Withdrawable


class AnswerState(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    REJECTED = "rejected", "Not accepted"


class Response(InReview, Versioned):
    """The board's answer to a finding that stands. What it said before is kept in `earlier`."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RESPONSE
    ROOM: ClassVar[str] = "finding__review"

    finding = models.OneToOneField("analysis.Finding", models.PROTECT, related_name="response")
    state = models.CharField(max_length=8, choices=AnswerState)
    reason = models.TextField()
    dissent = models.TextField(blank=True)
    """Word for word, never summed up."""
    dissent_by = models.CharField(max_length=120, blank=True)
    """How the member signs: a role, or "One member of the board"."""
    look_again_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField()
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)
    earlier = models.JSONField(default=list, blank=True)
    """Answers this one replaced, as they stood: {state, reason, dissent, dissent_by, answered_on, by}."""

    class Meta:
        constraints = (
            models.CheckConstraint(name="board_says_why", condition=~Q(reason="")),
            models.CheckConstraint(
                name="dissent_is_signed",
                condition=Q(dissent="", dissent_by="") | (~Q(dissent="") & ~Q(dissent_by="")),
            ),
        )
        ordering = ("finding__number",)

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.finding}"


class Strength(models.TextChoices):
    """How far an action works without everybody remembering it."""

    STRONGER = "stronger", "Stronger"
    INTERMEDIATE = "intermediate", "Intermediate"
    WEAKER = "weaker", "Weaker"


class Action(Withdrawable, InReview, Versioned):
    """Something the board will do about a finding. Done is one thing; what it changed is another."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RESPONSE
    ROOM: ClassVar[str] = "finding__review"

    finding = models.ForeignKey("analysis.Finding", models.PROTECT, related_name="actions")
    words = models.TextField()
    owner = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    owner_role = models.CharField(max_length=200)
    due_on = models.DateField()
    strength = models.CharField(max_length=12, choices=Strength)
    strength_why = models.CharField(max_length=400, blank=True)
    will_know = models.TextField(blank=True)
    """How the board will know whether it changed anything."""
    look_again_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)
    done_on = models.DateField(null=True, blank=True)
    done_note = models.CharField(max_length=400, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    effect = models.TextField(blank=True)
    """What was seen to change, or that nothing did; empty until somebody has looked."""
    effect_source = models.CharField(max_length=400, blank=True)
    looked_on = models.DateField(null=True, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    looked_by = models.CharField(max_length=60, blank=True)
    earlier = models.JSONField(default=list, blank=True)
    """What stood before it was recorded anew or taken back: {what: done or effect, on, words, by ..}."""

    class Meta:
        constraints = (
            models.CheckConstraint(name="action_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="action_done_on_a_day_by_somebody",
                condition=Q(done_on=None, done_at=None, done_by="")
                | (Q(done_on__isnull=False, done_at__isnull=False) & ~Q(done_by="")),
            ),
            models.CheckConstraint(
                name="effect_is_in_words_and_seen_by_somebody",
                condition=Q(looked_on=None, looked_at=None, looked_by="", effect="")
                | (Q(looked_on__isnull=False, looked_at__isnull=False) & ~Q(looked_by="") & ~Q(effect="")),
            ),
            models.CheckConstraint(
                name="action_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return self.words
