"""Comments on a paragraph, by those who may see the source: settled with a reason, never deleted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Paragraph


class Comment(InReview):
    """What somebody says of a paragraph. It stands in no report."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "paragraph__part__report__review"

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="comments")
    words = models.TextField()
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.CharField(max_length=60, blank=True)
    settled_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="comment_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="comment_settled_by_somebody", condition=done_by_somebody("settled_at", "settled_by")
            ),
            models.CheckConstraint(
                name="comment_is_settled_for_a_reason",
                condition=Q(settled_at=None) | ~Q(settled_why=""),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"A comment of {self.said_at:%Y-%m-%d}"
