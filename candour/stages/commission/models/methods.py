"""The method of a review was changed: from which to which, when, why, and what did not fit."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class MethodChange(InReview):
    """One change of a review's method. Both lists are as they were on the day: {kind, code, title, where}."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="method_changes")
    was = models.CharField(max_length=60)
    became = models.CharField(max_length=60)
    reason = models.CharField(max_length=400)
    changed_on = models.DateField()
    carried_over = models.JSONField(default=list)
    did_not_fit = models.JSONField(default=list)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=60)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="method_is_changed_with_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="method_is_changed_to_another", condition=~Q(was=F("became"))),
            models.CheckConstraint(
                name="change_of_method_taken_back_by_somebody",
                condition=done_by_somebody("taken_back_at", "taken_back_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.was} to {self.became}, {self.changed_on}"
