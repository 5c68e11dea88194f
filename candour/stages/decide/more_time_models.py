"""More time given to a clock of a notification, with the reason."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from candour.kernel.reviews.rooms import done_by_somebody
from candour.stages.decide.of_notification import OfNotification


class MoreTimeGiven(OfNotification):
    """More time for one clock before there is a review. The day it had before stays beside the new one."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="more_time")
    clock = models.CharField(max_length=60)
    """Its name in the pack of the notification's law."""
    was_due = models.DateField()
    now_due = models.DateField()
    why = models.CharField(max_length=400)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="more_time_is_more_and_has_a_reason",
                condition=Q(now_due__gt=F("was_due")) & ~Q(why=""),
            ),
            models.CheckConstraint(
                name="more_time_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.clock}: {self.was_due} to {self.now_due}"
