"""A paper: a file as it came, whose it is, and who gave it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.reviews.rooms import InReview


class Paper(InReview):
    """One file given to a review. The bytes lie on the shelf under `sha256`; this row says what they are."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_RETURNS
    AGENCY: ClassVar[str | None] = "agency"

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="papers")
    agency = models.ForeignKey("people.Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    kept_at = models.DateTimeField()
    kept_by = models.CharField(max_length=60)

    class Meta:
        constraints = (models.CheckConstraint(name="paper_is_named", condition=~Q(name="")),)
        ordering = ("kept_at", "pk")

    def __str__(self) -> str:
        return self.name

    def read(self) -> bytes:
        """The original bytes. Raises Trouble where they are gone or are not the ones that came."""
        return read_bytes(self.sha256)
