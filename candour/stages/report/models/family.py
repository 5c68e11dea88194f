"""What the family proposes, and their own link to a page that says where the review is."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.commission.models import How


class Proposes(models.TextChoices):
    NAME = "name", "The name by which the child is known"
    NOT_PUBLIC = "not_public", "What must not be public"


class Answered(models.TextChoices):
    YES = "yes", "Followed"
    PARTLY = "partly", "Followed in part"
    NO = "no", "Not followed"


class FamilyProposal(InReview):
    """What one of the family proposed, in their words, and the answer they were given, with its reasons."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_PARTICIPANTS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="family_proposals")
    participant = models.ForeignKey("commission.Participant", models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=10, choices=Proposes)
    words = models.TextField()
    """For a name: the name alone, as it is to be read."""
    said_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    answer = models.CharField(max_length=6, choices=Answered, blank=True)
    reasons = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="family_proposal_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="family_proposal_answered_with_reasons",
                condition=Q(answer="", reasons="", answered_at=None, answered_by="")
                | (
                    ~Q(answer="")
                    & ~Q(reasons="")
                    & Q(answered_at__isnull=False)
                    & done_by_somebody("answered_at", "answered_by")
                ),
            ),
            models.CheckConstraint(
                name="family_proposal_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.said_on}"


class FamilyLink(InReview):
    """One link for one of the family. Of the token only its hash is kept: nobody here can open the page."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_PARTICIPANTS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="family_links")
    participant = models.ForeignKey("commission.Participant", models.PROTECT, related_name="family_links")
    token_sha256 = models.CharField(max_length=64, unique=True)
    hears_on = models.DateField(null=True, blank=True)
    """By when they will hear next."""
    hears_how = models.CharField(max_length=10, choices=How, blank=True)
    made_on = models.DateField()
    expires_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="family_link_opens_before_it_expires", condition=Q(expires_on__gt=F("made_on"))
            ),
            models.CheckConstraint(
                name="family_link_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
        )
        ordering = ("-pk",)

    def is_over(self, today: date) -> bool:
        return self.ended_at is not None or today > self.expires_on

    def __str__(self) -> str:
        return f"Link for {self.participant}, until {self.expires_on}"
