"""What a review was asked to do: its period, terms and lines of enquiry, and who was asked for an account."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


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


class EarlierTerms(InReview):
    """What a review was asked to do before that was changed, word for word, and why it was changed."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW
    ROOM: ClassVar[str] = "commission__review"

    commission = models.ForeignKey(Commission, models.PROTECT, related_name="earlier_terms")
    period_from = models.DateField()
    period_to = models.DateField()
    period_why = models.CharField(max_length=400, blank=True)
    terms = models.TextField(blank=True)
    proportionate_why = models.TextField(blank=True)
    lines_of_enquiry = models.JSONField(default=list)
    replaced_at = models.DateTimeField()
    replaced_by = models.CharField(max_length=60)
    replaced_why = models.CharField(max_length=400)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    """The change was undone: these terms stand again."""
    taken_back_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="terms_are_replaced_with_a_reason", condition=~Q(replaced_why="")),
            models.CheckConstraint(
                name="change_of_terms_taken_back_by_somebody",
                condition=done_by_somebody("taken_back_at", "taken_back_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Terms of {self.commission.review} before {self.replaced_at:%Y-%m-%d}"


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


class How(models.TextChoices):
    """How somebody was reached."""

    EMAIL = "email", "E-mail"
    LETTER = "letter", "Letter"
    TELEPHONE = "telephone", "Telephone"
    MEETING = "meeting", "Face to face"
    OTHER = "other", "Another way"


class Reminder(InReview):
    """An agency was reminded of the account it was asked for: when, how, by whom, in which words."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    ROOM: ClassVar[str] = "asked__review"
    AGENCY: ClassVar[str | None] = "asked__agency"

    asked = models.ForeignKey(AgencyAsked, models.PROTECT, related_name="reminders")
    sent_on = models.DateField()
    how = models.CharField(max_length=10, choices=How, default=How.OTHER)
    words = models.CharField(max_length=400, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="reminder_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-sent_on", "-pk")

    def __str__(self) -> str:
        return f"Reminder to {self.asked.agency}, {self.sent_on}"


class DueDayMoved(InReview):
    """The day by which an agency's account is due was moved, and why; the earlier day stays readable."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    ROOM: ClassVar[str] = "asked__review"
    AGENCY: ClassVar[str | None] = "asked__agency"

    asked = models.ForeignKey(AgencyAsked, models.PROTECT, related_name="moves")
    was_due_on = models.DateField()
    due_on = models.DateField()
    why = models.CharField(max_length=400)
    moved_at = models.DateTimeField()
    moved_by = models.CharField(max_length=60)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="due_day_is_moved_with_a_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="move_of_due_day_taken_back_by_somebody",
                condition=done_by_somebody("taken_back_at", "taken_back_by"),
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.asked.agency}: {self.was_due_on} to {self.due_on}"
