"""Who of family and practitioners takes part, what they were told, and the letters sent to them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody
from candour.stages.commission.models.commissions import How


class Side(models.TextChoices):
    FAMILY = "family", "Family"
    PRACTITIONER = "practitioner", "Practitioner"


class Reply(models.TextChoices):
    """What somebody answered when they were asked to take part."""

    NOT_ASKED = "not_asked", "Not asked yet"
    WAITING = "waiting", "Asked, no answer yet"
    YES = "yes", "Takes part"
    IN_WRITING = "in_writing", "Takes part in writing"
    NO = "no", "Does not want to take part"
    NOT_NOW = "not_now", "Not for now"


class Participant(InReview, Versioned):
    """One of the family by relation, or a practitioner by role: how they take part, who keeps in touch."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_PARTICIPANTS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="participants")
    side = models.CharField(max_length=12, choices=Side)
    called = models.CharField(max_length=120)
    """The relation or the role: Mother, Health visitor."""
    name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey("people.Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    """Their account here, where they have one: conflicts are checked by it."""
    takes_part = models.TextField(blank=True)
    wishes = models.TextField(blank=True)
    contact = models.CharField(max_length=200, blank=True)
    """Who keeps in touch with them."""
    reply = models.CharField(max_length=10, choices=Reply, default=Reply.NOT_ASKED)
    asked_on = models.DateField(null=True, blank=True)
    replied_on = models.DateField(null=True, blank=True)
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="participant_of_family_has_no_agency", condition=Q(side="practitioner") | Q(agency=None)
            ),
            models.CheckConstraint(
                name="participant_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("side", "called", "pk")

    def __str__(self) -> str:
        return self.called


class ToldParticipant(InReview):
    """What a participant was told, on which day, how and by whom; or what they said in answer."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_PARTICIPANTS
    ROOM: ClassVar[str] = "participant__review"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="told")
    told_on = models.DateField()
    how = models.CharField(max_length=10, choices=How, default=How.OTHER)
    words = models.TextField()
    told_who = models.CharField(max_length=200, blank=True)
    """Who told them, in words."""
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="telling_a_participant_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-told_on", "-pk")

    def __str__(self) -> str:
        return f"{self.participant} told on {self.told_on}"


class Letter(InReview):
    """A letter to a participant, its words as they were written, and the day it was sent."""

    SEEN_WITH: ClassVar[Can] = Can.KEEP_PARTICIPANTS
    ROOM: ClassVar[str] = "participant__review"

    participant = models.ForeignKey(Participant, models.PROTECT, related_name="letters")
    from_template = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    body = models.TextField()
    written_on = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    sent_on = models.DateField(null=True, blank=True)
    marked_sent_at = models.DateTimeField(null=True, blank=True)
    marked_sent_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="letter_sent_by_somebody",
                condition=done_by_somebody("marked_sent_at", "marked_sent_by"),
            ),
            models.CheckConstraint(
                name="letter_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-written_on", "-pk")

    def __str__(self) -> str:
        return f"{self.title}, to {self.participant}"
