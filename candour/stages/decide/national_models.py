"""What the national body says to a decision, what it directs, and what the board replies."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.kernel.people.postholders import FROM_THE_START, OfBoard
from candour.kernel.reviews.rooms import done_by_somebody


class ChallengeKind(models.TextChoices):
    QUESTION = "question", "Question"
    DISAGREE = "disagree", "Disagrees"
    AGREE = "agree", "Agrees"
    ADVISE = "advise", "Advises"
    OWN_REVIEW = "own_review", "Holds a review of its own"


class RemedyStep(models.TextChoices):
    """What the national body does with a remedy that the law leaves it."""

    ASKS = "asks", "Asks for it"
    TAKES = "takes", "Takes it"


ANSWERED_BY_ITSELF = (ChallengeKind.AGREE, ChallengeKind.OWN_REVIEW)
"""What asks nothing of the board."""


class Said(OfBoard):
    """Words of the national body to a decision, with the board's reply. Taken back, they stay readable."""

    ROOM: ClassVar[str] = "decision__notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    words = models.TextField()
    made_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.CharField(max_length=60, blank=True)
    earlier_replies = models.JSONField(default=list, blank=True)
    """Replies that were taken back: a list of {"words", "on", "by"}."""

    class Meta:
        abstract = True

    @property
    def waits_for_reply(self) -> bool:
        return self.taken_back_at is None and self.replied_at is None


REPLIED = Q(replied_at=None, replied_on=None, replied_by="", reply="") | (
    Q(replied_at__isnull=False, replied_on__isnull=False) & ~Q(replied_by="") & ~Q(reply="")
)
TAKEN_BACK = done_by_somebody("taken_back_at", "taken_back_by")


class Challenge(Said):
    """What the national body says to a decision: it asks, agrees, disagrees or advises. It orders nothing."""

    decision = models.ForeignKey("decide.Decision", models.PROTECT, related_name="challenges")
    kind = models.CharField(max_length=12, choices=ChallengeKind)
    remedy = models.CharField(max_length=400, blank=True)
    """What the law allows, in its own words, where this advice asks for it or takes it."""
    remedy_step = models.CharField(max_length=5, choices=RemedyStep, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="challenge_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(name="reply_is_in_words_and_by_somebody", condition=REPLIED),
            models.CheckConstraint(name="challenge_taken_back_by_somebody", condition=TAKEN_BACK),
            models.CheckConstraint(
                name="remedy_is_advice_and_says_its_step",
                condition=Q(remedy="", remedy_step="")
                | (Q(kind="advise") & ~Q(remedy="") & ~Q(remedy_step="")),
            ),
        )
        ordering = ("made_on", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.made_on}"

    @property
    def waits_for_reply(self) -> bool:
        return self.kind not in ANSWERED_BY_ITSELF and super().waits_for_reply


class Direction(Said):
    """The national body directs that a review be held, by a day, under a power that the law gives it."""

    decision = models.ForeignKey("decide.Decision", models.PROTECT, related_name="directions")
    due_on = models.DateField()
    """The day by which the review is to be commissioned."""
    law = models.TextField()
    """The power in the law's words, as it stood when it was used."""
    citation = models.TextField()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_direction_stands", fields=("decision",), condition=Q(taken_back_at=None)
            ),
            models.CheckConstraint(name="direction_has_reasons", condition=~Q(words="")),
            models.CheckConstraint(name="direction_says_its_law", condition=~Q(law="") & ~Q(citation="")),
            models.CheckConstraint(name="direction_gives_time", condition=Q(due_on__gte=F("made_on"))),
            models.CheckConstraint(name="reply_to_direction_is_by_somebody", condition=REPLIED),
            models.CheckConstraint(name="direction_taken_back_by_somebody", condition=TAKEN_BACK),
        )
        ordering = ("made_on", "pk")

    def __str__(self) -> str:
        return f"Direction, {self.made_on}"
