"""How people look at a chronology: marks on entries, saved views, fences opened with a reason."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class Mark(InReview):
    """A person puts an entry under a theme or a line of enquiry. The agency's row is not changed by it."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    class Kind(models.TextChoices):
        THEME = "theme", "Theme"
        LINE_OF_ENQUIRY = "line_of_enquiry", "Line of enquiry"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="marks")
    entry = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="marks")
    kind = models.CharField(max_length=16, choices=Kind)
    words = models.CharField(max_length=200)
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="an_entry_is_marked_once_with_the_same_words",
                fields=("entry", "kind", "words"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="mark_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="mark_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words


class SavedView(InReview):
    """A way of looking at the chronology, by name: its filters, zoom and window as an address has them."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=100)
    address = models.CharField(max_length=2000)
    """The query of the chronology's address, without the question mark."""
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_view_has_a_name_of_its_own",
                fields=("review", "name"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="view_withdrawn_by_somebody", condition=done_by_somebody("withdrawn_at", "withdrawn_by")
            ),
        )
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class FenceOpened(InReview):
    """Somebody looked past the day at which an agency's knowledge was being read, and said why."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="fences_opened")
    agency = models.CharField(max_length=200)
    """The name it goes by in this chronology."""
    seen_on = models.DateField()
    why = models.CharField(max_length=400)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=60)

    class Meta:
        constraints = (models.CheckConstraint(name="fence_opened_for_a_reason", condition=~Q(why="")),)
        ordering = ("opened_at", "pk")

    def __str__(self) -> str:
        return f"{self.agency}, as on {self.seen_on}"
