"""Questions that are prompts and never a score: a board's readiness for a method, and quality markers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class Readiness(OfBoard):
    """A method that is new to a board: its questions are open from the day it was chosen."""

    SEEN_WITH: ClassVar[Can] = Can.PREPARE

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="readiness")
    method = models.CharField(max_length=60)
    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="readiness")
    """The first review of the board by this method."""
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="a_method_is_new_to_a_board_once", fields=("board", "method")),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.board}: {self.method}"


class ReadinessAnswer(OfBoard):
    """What somebody of the board answers to one question. A later answer stands beside it, never over it."""

    SEEN_WITH: ClassVar[Can] = Can.PREPARE
    ROOM: ClassVar[str] = "readiness__board"

    readiness = models.ForeignKey(Readiness, models.PROTECT, related_name="answers")
    question = models.CharField(max_length=60)
    words = models.TextField()
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="readiness_answer_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="readiness_answer_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.question}: {self.readiness}"


class MarkerEvidence(InReview):
    """What somebody wrote down under a quality marker: evidence, in words."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="marker_evidence")
    marker = models.CharField(max_length=60)
    words = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="marker_evidence_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="marker_evidence_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.marker}: {self.review}"
