"""Other proceedings about the same events, and what each holds back, from when to when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


class ProceedingKind(models.TextChoices):
    CRIMINAL = "criminal", "Criminal"
    CORONER = "coroner", "Coroner"
    FAMILY_COURT = "family_court", "Family court"
    REGULATOR = "regulator", "Regulator"
    DISCIPLINARY = "disciplinary", "Disciplinary"
    OTHER = "other", "Other"


class ProceedingState(models.TextChoices):
    EXPECTED = "expected", "Expected"
    UNDER_WAY = "under_way", "Under way"
    ENDED = "ended", "Ended"


class HeldBack(models.TextChoices):
    """What waits for other proceedings. Learning is apart: a report may wait while learning goes on."""

    PUBLICATION = "publication", "Publication"
    CONVERSATIONS = "conversations", "Conversations"
    LEARNING = "learning", "Learning"


class Proceeding(InReview, Versioned):
    """One of the parallel proceedings."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="proceedings")
    kind = models.CharField(max_length=12, choices=ProceedingKind)
    body = models.CharField(max_length=200)
    """The court, force or body, in words."""
    about = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=ProceedingState, default=ProceedingState.UNDER_WAY)
    began_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    next_what = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="proceeding_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
            models.CheckConstraint(
                name="proceeding_that_ended_has_its_day",
                condition=Q(ended_at=None, ended_on=None) | Q(ended_at__isnull=False, ended_on__isnull=False),
            ),
            models.CheckConstraint(
                name="proceeding_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("began_on", "pk")

    def __str__(self) -> str:
        return f"{ProceedingKind(self.kind).label}: {self.body}"


class Hold(InReview):
    """Something that a proceeding holds back, from a day on, until it is lifted."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW
    ROOM: ClassVar[str] = "proceeding__review"

    proceeding = models.ForeignKey(Proceeding, models.PROTECT, related_name="holds")
    what = models.CharField(max_length=13, choices=HeldBack)
    from_on = models.DateField()
    why = models.CharField(max_length=400, blank=True)
    pause = models.OneToOneField(
        "reviews.Pause", models.PROTECT, null=True, blank=True, related_name="declared_for"
    )
    """The pause of the review's clocks that it opened, if it opened one."""
    placed_at = models.DateTimeField()
    placed_by = models.CharField(max_length=60)
    lifted_on = models.DateField(null=True, blank=True)
    lifted_why = models.CharField(max_length=400, blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_proceeding_holds_a_thing_back_once_at_a_time",
                fields=("proceeding", "what"),
                condition=Q(lifted_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="hold_is_lifted_after_it_began",
                condition=Q(lifted_on=None) | Q(lifted_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="hold_lifted_by_somebody", condition=done_by_somebody("lifted_at", "lifted_by")
            ),
            models.CheckConstraint(
                name="hold_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("from_on", "pk")

    def __str__(self) -> str:
        return f"{HeldBack(self.what).label}, from {self.from_on}"
