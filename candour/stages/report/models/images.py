"""Images that no program can read: a person looked at one, and stands for it by name and day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class SeenImage(InReview):
    """One image by its SHA-256: another byte of it is another image, at which nobody has looked."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="seen_images")
    sha256 = models.CharField(max_length=64)
    where = models.CharField(max_length=200)
    """In which file, and where in it."""
    shows = models.CharField(max_length=400)
    """What is to be seen on it, and why that gives nobody away."""
    seen_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="an_image_is_signed_for_once",
                fields=("review", "sha256"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="seen_image_says_where_and_what", condition=~Q(where="") & ~Q(shows="")
            ),
            models.CheckConstraint(
                name="seen_image_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("seen_on", "pk")

    def __str__(self) -> str:
        return f"An image seen on {self.seen_on:%Y-%m-%d}"
