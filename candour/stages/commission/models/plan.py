"""What a review may cost and costs, in pounds and hours by role; and what could go wrong with it."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody

NONE = Decimal(0)


class BudgetLine(InReview, Versioned):
    """What is planned for one role or one thing: hours, pounds, or both."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="budget_lines")
    title = models.CharField(max_length=120)
    """The role, or what else is paid for."""
    hours = models.DecimalField(max_digits=8, decimal_places=2, default=NONE)
    pounds = models.DecimalField(max_digits=10, decimal_places=2, default=NONE)
    note = models.CharField(max_length=400, blank=True)
    planned_at = models.DateTimeField()
    planned_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="budget_line_plans_no_less_than_nothing", condition=Q(hours__gte=0, pounds__gte=0)
            ),
            models.UniqueConstraint(
                name="one_budget_line_a_title", fields=("review", "title"), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="budget_line_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class Used(InReview):
    """Hours or pounds used of a budget line on a day."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW
    ROOM: ClassVar[str] = "line__review"

    line = models.ForeignKey(BudgetLine, models.PROTECT, related_name="used")
    used_on = models.DateField()
    hours = models.DecimalField(max_digits=8, decimal_places=2, default=NONE)
    pounds = models.DecimalField(max_digits=10, decimal_places=2, default=NONE)
    words = models.CharField(max_length=400, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="something_is_used",
                condition=Q(hours__gte=0, pounds__gte=0) & (Q(hours__gt=0) | Q(pounds__gt=0)),
            ),
            models.CheckConstraint(
                name="use_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("-used_on", "-pk")

    def __str__(self) -> str:
        return f"{self.line}, {self.used_on}"


class Risk(InReview, Versioned):
    """Something that could go wrong, in words: how likely, how bad, who watches, by when."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="risks")
    what = models.CharField(max_length=400)
    how_likely = models.CharField(max_length=200)
    how_bad = models.CharField(max_length=200)
    done_about_it = models.TextField(blank=True)
    watcher = models.CharField(max_length=120)
    look_again_on = models.DateField(null=True, blank=True)
    raised_at = models.DateTimeField()
    raised_by = models.CharField(max_length=60)
    closed_on = models.DateField(null=True, blank=True)
    closed_why = models.CharField(max_length=400, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="risk_closed_by_somebody", condition=done_by_somebody("closed_at", "closed_by")
            ),
            models.CheckConstraint(
                name="risk_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("look_again_on", "pk")

    def __str__(self) -> str:
        return self.what
