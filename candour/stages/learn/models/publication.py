"""What was sent to the reading room: each bundle, and those that took a report off view."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class Publication(InReview):
    """One edition of a released report, sent as a signed bundle; withdrawn by another that says why."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_PROGRESS
    ROOM: ClassVar[str] = "release__report__review"

    release = models.ForeignKey("report.Release", models.PROTECT, related_name="publications")
    edition = models.PositiveSmallIntegerField()
    changed = models.CharField(max_length=400, blank=True)
    """What is new in it since the edition before."""
    sha256 = models.CharField(max_length=64)
    """Of the bundle: its bytes lie on the shelf."""
    published_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=60)
    answered_for = models.JSONField(default=list)
    """Words of the board's answers that the nets caught: whoever sent them says they give nobody away."""
    delivered_at = models.DateTimeField(null=True, blank=True)
    """When the bundle lay whole in the inbox of the reading room, which moves it on."""
    delivered_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)
    withdrawal_edition = models.PositiveSmallIntegerField(null=True, blank=True)
    """The edition under which the reading room was told that it is withdrawn."""
    withdrawal_sha256 = models.CharField(max_length=64, blank=True)
    withdrawal_delivered_at = models.DateTimeField(null=True, blank=True)
    withdrawal_delivered_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="an_edition_is_sent_once", fields=("release", "edition")),
            models.CheckConstraint(
                name="publication_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(withdrawn_why="")),
            ),
            models.CheckConstraint(
                name="publication_delivered_by_somebody",
                condition=done_by_somebody("delivered_at", "delivered_by"),
            ),
            models.CheckConstraint(
                name="withdrawal_delivered_by_somebody",
                condition=done_by_somebody("withdrawal_delivered_at", "withdrawal_delivered_by"),
            ),
        )
        ordering = ("-edition",)

    @property
    def is_delivered(self) -> bool:
        """Every bundle that was signed for it has reached the inbox."""
        return self.delivered_at is not None and (
            self.withdrawal_edition is None or self.withdrawal_delivered_at is not None
        )

    def __str__(self) -> str:
        return f"Edition {self.edition} of {self.release}"
