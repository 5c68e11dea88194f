"""Before the day: its hour, the statement, who hears first and how, and the notice the law asks for."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


def hour_in_words(moment: datetime) -> str:
    """20 October 2014, 10:00, in UK civil time."""
    local = timezone.localtime(moment)
    return f"{spoken_day(local.date())}, {local:%H:%M}"


class PublicationPlan(InReview, Versioned):
    """The day and hour before which nothing goes to the reading room, and what is said on it."""

    SEEN_WITH: ClassVar[Can] = Can.PUBLISH

    review = models.OneToOneField("reviews.Review", models.PROTECT, related_name="publication_plan")
    not_before = models.DateTimeField()
    statement = models.TextField(blank=True)
    """What is said to those who ask, by whom it may be said."""
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    @property
    def hour(self) -> str:
        """A day to come, so not one of those that a demonstration tells by its own day."""
        return hour_in_words(self.not_before)

    def __str__(self) -> str:
        return f"Publication plan of review {self.review.written_number}"


class Telling(InReview):
    """Somebody hears before the day: the family first."""

    SEEN_WITH: ClassVar[Can] = Can.PUBLISH
    ROOM: ClassVar[str] = "plan__review"

    plan = models.ForeignKey(PublicationPlan, models.PROTECT, related_name="tellings")
    who = models.CharField(max_length=200)
    how = models.CharField(max_length=200)
    is_family = models.BooleanField(default=False)
    planned_for = models.DateTimeField()
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)
    told_on = models.DateField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    """When it was marked; the day is `told_on`."""
    told_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="telling_says_who_and_how", condition=~Q(who="") & ~Q(how="")),
            models.CheckConstraint(
                name="telling_told_by_somebody_on_a_day",
                condition=Q(told_on=None, told_at=None, told_by="")
                | (Q(told_on__isnull=False, told_at__isnull=False) & ~Q(told_by="")),
            ),
            models.CheckConstraint(
                name="telling_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-is_family", "planned_for", "pk")

    @property
    def hour(self) -> str:
        return hour_in_words(self.planned_for)

    def __str__(self) -> str:
        return self.who


class NoticeSent(InReview):
    """What the law wants sent before publication was sent, and on which day."""

    SEEN_WITH: ClassVar[Can] = Can.PUBLISH

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="notices_of_publication")
    to = models.CharField(max_length=200)
    sent_on = models.DateField()
    how = models.CharField(max_length=200)
    agreed = models.CharField(max_length=400, blank=True)
    """In whose words a shorter time was agreed to, if it was."""
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="notice_says_to_whom_and_how", condition=~Q(to="") & ~Q(how="")),
            models.CheckConstraint(
                name="notice_of_publication_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("sent_on", "pk")

    def __str__(self) -> str:
        return f"Sent to {self.to}"
