"""Where people work, and what they said of their independence: what conflicts are checked by."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class WorkingLine(OfBoard):
    """Where a person works and to whom they answer there, from when to when."""

    SEEN_WITH: ClassVar[Can] = Can.COMMISSION

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="working_lines")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="working_lines")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    post = models.CharField(max_length=120, blank=True)
    answers_to = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="working_line_ends_after_it_begins",
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="nobody_answers_to_themselves",
                condition=Q(answers_to=None) | ~Q(answers_to=F("person")),
            ),
            models.CheckConstraint(
                name="working_line_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("person__name", "pk")

    def __str__(self) -> str:
        return f"{self.person}, {self.agency}"


class Declaration(InReview):
    """What a person said of their independence when they took a seat. A "no" that counts closes the seat."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW
    ROOM: ClassVar[str] = "seat__review"

    seat = models.ForeignKey("reviews.Seat", models.PROTECT, related_name="declarations")
    no_line = models.BooleanField()
    """They manage nobody who was part of the case, and answer to nobody who was."""
    no_part = models.BooleanField()
    not_employed = models.BooleanField()
    """They work for no agency that is asked."""
    words = models.TextField(blank=True)
    declared_at = models.DateTimeField()
    declared_by = models.CharField(max_length=60)
    weighed_at = models.DateTimeField(null=True, blank=True)
    weighed_by = models.CharField(max_length=60, blank=True)
    weighed_why = models.CharField(max_length=400, blank=True)
    """Why an earlier review of the same agencies does not stand in the way."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_declaration_of_a_seat_stands", fields=("seat",), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(
                name="earlier_review_weighed_by_somebody_with_a_reason",
                condition=Q(weighed_at=None, weighed_by="", weighed_why="")
                | (Q(weighed_at__isnull=False) & ~Q(weighed_by="") & ~Q(weighed_why="")),
            ),
            models.CheckConstraint(
                name="declaration_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Declaration of {self.seat}"
