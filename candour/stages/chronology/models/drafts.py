"""A return written on screen: saved as often as its author likes, counting for nothing until signed off."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


class DraftState(models.TextChoices):
    WRITING = "writing", "Being written"
    HANDED_IN = "handed_in", "Waits for the agency's senior"
    SIGNED_OFF = "signed_off", "Signed off"


class Draft(InReview, Versioned):
    """An agency's rows as its author types or pastes them. Signed off, they become a return."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    AGENCY: ClassVar[str | None] = "agency"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="drafts")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="drafts")
    rows = models.JSONField(default=list)
    """[{field: words}], as typed, in order."""
    state = models.CharField(max_length=12, choices=DraftState, default=DraftState.WRITING)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=60)
    saved_at = models.DateTimeField()
    saved_by = models.CharField(max_length=60)
    written_by = models.JSONField(default=list)
    """Everybody who saved rows of it, by user name."""
    handed_in_at = models.DateTimeField(null=True, blank=True)
    handed_in_by = models.CharField(max_length=60, blank=True)
    given_back_at = models.DateTimeField(null=True, blank=True)
    given_back_by = models.CharField(max_length=60, blank=True)
    given_back_why = models.CharField(max_length=400, blank=True)
    signed_off_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.CharField(max_length=60, blank=True)
    became = models.OneToOneField(
        "chronology.Return", models.PROTECT, null=True, blank=True, related_name="written_as"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_open_draft_an_agency",
                fields=("review", "agency"),
                condition=Q(withdrawn_at=None, signed_off_at=None),
            ),
            models.CheckConstraint(
                name="draft_handed_in_by_somebody",
                condition=done_by_somebody("handed_in_at", "handed_in_by"),
            ),
            models.CheckConstraint(
                name="draft_given_back_by_somebody",
                condition=done_by_somebody("given_back_at", "given_back_by"),
            ),
            models.CheckConstraint(
                name="draft_signed_off_by_somebody",
                condition=done_by_somebody("signed_off_at", "signed_off_by"),
            ),
            models.CheckConstraint(
                name="draft_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
            models.CheckConstraint(
                name="signed_off_draft_became_a_return",
                condition=Q(signed_off_at=None, became=None)
                | Q(signed_off_at__isnull=False, became__isnull=False),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.agency}, being written"

    @property
    def writers(self) -> set[str]:
        """Whoever wrote rows of it or handed it in: none of them signs it off."""
        return {*self.written_by, self.begun_by, self.saved_by, self.handed_in_by} - {""}
