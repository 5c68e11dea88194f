"""What joins up in the open report: what is public, what may stay, and who signed that they looked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.domain.jigsaw import PublicEvent
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Report


class PublicFact(InReview):
    """What anybody can look up: a day, what happened, where it stands, and the words of the press."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="public_facts")
    happened_on = models.DateField()
    what = models.CharField(max_length=400)
    where = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    listed_at = models.DateTimeField()
    listed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="public_fact_says_what_and_where", condition=~Q(what="") & ~Q(where="")
            ),
            models.CheckConstraint(
                name="public_fact_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("happened_on", "pk")

    def __str__(self) -> str:
        return f"What is public of {self.happened_on:%Y-%m-%d}"

    @property
    def event(self) -> PublicEvent:
        return PublicEvent(self.happened_on, self.what, self.where, self.words)


class JoinRuling(InReview):
    """A join that may stay, and why. `key` is made of its words: it holds wherever they move."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="join_rulings")
    key = models.CharField(max_length=16)
    words = models.JSONField()
    """The words of the open report that join up."""
    why = models.CharField(max_length=400)
    ruled_at = models.DateTimeField()
    ruled_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_ruling_a_join", fields=("report", "key"), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="a_join_stays_for_a_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="join_ruling_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"A join that may stay, of {self.ruled_at:%Y-%m-%d}"


class JigsawSigning(InReview):
    """Somebody looked at what joins up in one state of the text, and signs for having looked."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="jigsaw_signings")
    sha256 = models.CharField(max_length=64)
    """Of the text as it stood: what a draft made of it has too."""
    seen = models.CharField(max_length=64)
    """A hash of the joins that were looked at."""
    joins = models.PositiveSmallIntegerField()
    claim = models.TextField()
    """What was said of the list to whoever signed."""
    signed_on = models.DateField()
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="jigsaw_signing_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Signed on {self.signed_on:%Y-%m-%d}"
