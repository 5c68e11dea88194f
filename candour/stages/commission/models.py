"""What a review was asked to do: its period, terms and lines of enquiry, and who was asked for an account."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned


class Commission(InReview, Versioned):
    """The order a review works to, made from a decision to review."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.OneToOneField("reviews.Review", models.PROTECT, related_name="commission")
    decision = models.OneToOneField("decide.Decision", models.PROTECT, related_name="commission")
    period_from = models.DateField()
    period_to = models.DateField()
    period_why = models.CharField(max_length=400, blank=True)
    terms = models.TextField(blank=True)
    proportionate_why = models.TextField(blank=True)
    """Why a review of this size and kind is right for what there is to learn."""
    lines_of_enquiry = models.JSONField(default=list)
    """Questions in words, in order."""
    commissioned_at = models.DateTimeField()
    commissioned_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="period_of_review_ends_after_it_starts", condition=Q(period_to__gte=F("period_from"))
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Commission of {self.review}"


class AgencyAsked(InReview):
    """An agency asked for its account, and the day by which it is due."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    AGENCY: ClassVar[str | None] = "agency"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="agencies_asked")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    reminded_at = models.DateTimeField(null=True, blank=True)
    reminded_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="agency_asked_once_a_review",
                fields=("review", "agency"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="agency_asked_before_due", condition=Q(due_on__gte=F("asked_on"))),
            models.CheckConstraint(
                name="agency_reminded_by_somebody",
                condition=Q(reminded_at=None, reminded_by="")
                | (Q(reminded_at__isnull=False) & ~Q(reminded_by="")),
            ),
            models.CheckConstraint(
                name="asking_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
            ),
        )
        ordering = ("agency__name",)

    def __str__(self) -> str:
        return f"{self.agency}, due {self.due_on}"
