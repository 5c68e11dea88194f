"""Closed copies: who was given which, with its own mark, and what became of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Report


class Ended(models.TextChoices):
    RETURNED = "returned", "Returned"
    DESTROYED = "destroyed", "Destroyed"


class ClosedCopy(InReview):
    """One copy, made once and given out once. Its bytes are not kept here: only what they were, by hash."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="copies")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    called = models.CharField(max_length=200)
    """To whom, as it stands in the mark."""
    format = models.CharField(max_length=4)
    mark = models.CharField(max_length=300)
    """What stands on each page: "Copy 3, for Lead Reviewer 1, 3 June 2014"."""
    by_order = models.BooleanField(default=False)
    """Only the paragraphs that an order opens to this person; else the whole closed report."""
    sha256 = models.CharField(max_length=64)
    """Of the bytes that were given."""
    text_sha256 = models.CharField(max_length=64)
    """Of the words in it: which of the copies hold the same text."""
    why = models.CharField(max_length=400, blank=True)
    given_on = models.DateField()
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    ended = models.CharField(max_length=9, choices=Ended, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_closed_copy_a_number", fields=("report", "number")),
            models.CheckConstraint(name="closed_copy_is_for_somebody", condition=~Q(called="") & ~Q(mark="")),
            models.CheckConstraint(
                name="closed_copy_ended_by_somebody_on_a_day",
                condition=Q(ended="", ended_on=None, ended_at=None, ended_by="")
                | (
                    ~Q(ended="")
                    & Q(ended_on__isnull=False)
                    & Q(ended_at__isnull=False)
                    & done_by_somebody("ended_at", "ended_by")
                ),
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Copy {self.number}"
