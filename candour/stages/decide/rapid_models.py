"""The rapid review of a notification: agencies' summaries, what is made safe at once, and the next step."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from candour.kernel.reviews.rooms import Versioned, done_by_somebody
from candour.stages.decide.of_notification import DecisionOutcome, OfNotification


class SummaryAsked(OfNotification, Versioned):
    """An agency asked for a summary of what it knew, and the summary once it is here."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="summaries")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    asked_on = models.DateField()
    due_on = models.DateField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=60)
    knew = models.TextField(blank=True)
    """What the agency knew and did."""
    analysis = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    """What the agency made safe at once."""
    received_on = models.DateField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_summary_asked_of_an_agency",
                fields=("notification", "agency"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="summary_asked_before_due", condition=Q(due_on__gte=F("asked_on"))),
            models.CheckConstraint(
                name="summary_received_by_somebody_in_words",
                condition=Q(received_at=None, received_on=None, received_by="", knew="")
                | (
                    Q(received_at__isnull=False, received_on__isnull=False) & ~Q(received_by="") & ~Q(knew="")
                ),
            ),
            models.CheckConstraint(
                name="summary_asked_withdrawn_by_somebody_with_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_by="", withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(withdrawn_why="")),
            ),
        )
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return f"Summary of {self.agency}"


class SafetyAction(OfNotification):
    """Something that makes children safe now, and is not left to a review."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="safety_actions")
    what = models.TextField()
    who = models.CharField(max_length=200)
    due_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    done_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="safety_action_says_what_and_who", condition=~Q(what="") & ~Q(who="")
            ),
            models.CheckConstraint(
                name="safety_action_done_by_somebody",
                condition=Q(done_at=None, done_on=None, done_by="")
                | (Q(done_at__isnull=False, done_on__isnull=False) & ~Q(done_by="")),
            ),
            models.CheckConstraint(
                name="safety_action_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return f"{self.what[:60]}, {self.who}"


class RapidReview(OfNotification):
    """What the rapid review came to: the next step with its reason, and who signed it off."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="rapid_reviews")
    next_step = models.CharField(max_length=12, choices=DecisionOutcome)
    reason = models.TextField()
    improve = models.TextField(blank=True)
    """What there is to improve, as far as it is seen already."""
    concluded_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    signed_off_on = models.DateField(null=True, blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_rapid_review_stands", fields=("notification",), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="rapid_review_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="rapid_review_signed_off_by_somebody",
                condition=Q(signed_off_at=None, signed_off_on=None, signed_off_by="")
                | (Q(signed_off_at__isnull=False, signed_off_on__isnull=False) & ~Q(signed_off_by="")),
            ),
            models.CheckConstraint(
                name="rapid_review_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Rapid review: {self.get_next_step_display()}"
