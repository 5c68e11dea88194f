"""What stands under a paragraph: quotations, figures with their table, notes; each open or closed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain import disclosure
from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody
from candour.stages.report.models.source import Audience, Paragraph


class UnderKind(models.TextChoices):
    """The words of candour.domain.disclosure.UnderKind."""

    QUOTATION = str(disclosure.UnderKind.QUOTATION), "Quotation"
    FIGURE = str(disclosure.UnderKind.FIGURE), "Figure"
    NOTE = str(disclosure.UnderKind.NOTE), "Note"


class Under(InReview, Versioned):
    """A quotation, a figure or a note. `text`: its words, or the title of a figure."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "paragraph__part__report__review"

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="under")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=9, choices=UnderKind)
    text = models.TextField()
    said_by = models.CharField(max_length=200, blank=True)
    """Whose words a quotation holds, with references."""
    columns = models.JSONField(default=list, blank=True)
    rows = models.JSONField(default=list, blank=True)
    alt = models.TextField(blank=True)
    """What a figure shows, for those who hear it."""
    audience = models.CharField(max_length=6, choices=Audience, default=Audience.OPEN)
    reason = models.CharField(max_length=400, blank=True)
    gist = models.TextField(blank=True)
    earlier = models.JSONField(default=list, blank=True)
    """[{text, said_by, .., at, by}]: as it was saved before."""
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    hands = models.JSONField(default=list)
    """Usernames of whoever ever saved it: none of them can be a checker."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="what_stands_under_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="figure_says_what_it_shows", condition=~Q(kind="figure") | ~Q(alt="")
            ),
            models.CheckConstraint(
                name="closed_under_has_reason_and_gist",
                condition=~Q(audience="closed") | (~Q(reason="") & ~Q(gist="")),
            ),
            models.CheckConstraint(
                name="under_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"A {self.get_kind_display().lower()} under {self.paragraph}"

    @property
    def is_closed(self) -> bool:
        return self.audience == Audience.CLOSED
