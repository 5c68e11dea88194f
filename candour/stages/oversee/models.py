"""Files between a board's own installation and the national one: whose key is trusted, and what came."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from candour.kernel.people.postholders import FROM_THE_START, OfBoard
from candour.kernel.reviews.rooms import done_by_somebody


class TrustedKey(OfBoard):
    """The public key of another installation, and the hand by which what it sends is done here."""

    ROOM: ClassVar[str] = "organisation"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="trusted_keys")
    known_as = models.CharField(max_length=80)
    """The short name that the organisation has in its own installation."""
    public_key = models.TextField()
    fingerprint = models.CharField(max_length=64)
    hand = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    """Who the record says did it. Nobody can sign in as this person."""
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_key_is_trusted_at_a_time", fields=("organisation",), condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="trust_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.fingerprint[:12]}"


class TakenFile(OfBoard):
    """A signed file that was taken in, by its SHA-256."""

    ROOM: ClassVar[str] = "sender"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    sender = models.ForeignKey("people.Organisation", models.PROTECT, related_name="files_taken")
    key = models.ForeignKey(TrustedKey, models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    """When the sender made it: an earlier one is not taken in after a later one."""
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=60)

    class Meta:
        constraints = (models.UniqueConstraint(name="file_is_taken_once", fields=("sender", "sha256")),)
        ordering = ("made_at", "pk")

    def __str__(self) -> str:
        return f"{self.sender}, {self.made_at:%Y-%m-%d}"


class Received(OfBoard):
    """Which row here is which thing there: the sender and the sender's own number."""

    ROOM: ClassVar[str] = "sender"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    sender = models.ForeignKey("people.Organisation", models.PROTECT, related_name="received")
    theirs = models.CharField(max_length=40)
    """The sender's number, such as N/2014/031 or decision:7."""
    table = models.CharField(max_length=40)
    row = models.PositiveBigIntegerField()
    """No foreign key: a decision that the board takes back before anything rested on it goes, as anywhere."""
    file = models.ForeignKey(TakenFile, models.PROTECT, related_name="received")

    class Meta:
        constraints = (models.UniqueConstraint(name="one_row_a_thing", fields=("sender", "theirs")),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.sender}: {self.theirs}"
