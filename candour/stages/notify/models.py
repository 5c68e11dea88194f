"""A serious incident as it was notified to a board: the child, who became aware, the harm, the agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.moments import Moment
from candour.domain.rules import Answer
from candour.kernel.people.postholders import FROM_THE_START, OfBoard
from candour.kernel.reviews.rooms import Versioned, done_by_somebody

ANSWERS = [(Answer.YES.value, "Yes"), (Answer.NO.value, "No"), (Answer.UNKNOWN.value, "Unknown")]
_WRITTEN = re.compile(r"\s*N\s*[/-]\s*(\d{4})\s*[/-]\s*(\d{1,4})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class NotificationNumber:
    """N/2014/031: the year of the notification and its number in that year."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> NotificationNumber:
        """Raises ValueError, in words, for anything else."""
        if (match := _WRITTEN.fullmatch(text)) is None:
            raise ValueError(f"{text!r} is not the number of a notification. They look like N/2014/031.")
        return cls(int(match[1]), int(match[2]))

    def __str__(self) -> str:
        return f"N/{self.year}/{self.number:03}"

    @property
    def in_address(self) -> str:
        return f"N-{self.year}-{self.number:03}"


class Notification(OfBoard, Versioned):
    """What a board was told. `title` is the name it goes by, never the child's own."""

    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="notifications")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    regime = models.CharField(max_length=60, blank=True)
    """The pack of the law it falls under; empty where no pack holds the law of that day."""
    what_happened = models.TextField(blank=True)
    incident_on = models.JSONField(null=True, blank=True)
    """A Moment as JSON: an incident may be known to a day, a month, or only as "before May"."""
    incident_text = models.CharField(max_length=120, blank=True)
    aware_by = models.CharField(max_length=200, blank=True)
    aware_on = models.DateField(null=True, blank=True)
    notified_on = models.DateField()
    notifier = models.CharField(max_length=200, blank=True)
    died = models.CharField(max_length=7, choices=ANSWERS, default=Answer.UNKNOWN.value)
    seriously_harmed = models.CharField(max_length=7, choices=ANSWERS, default=Answer.UNKNOWN.value)
    abuse_or_neglect = models.CharField(max_length=7, choices=ANSWERS, default=Answer.UNKNOWN.value)
    harm = models.TextField(blank=True)
    wishes = models.TextField(blank=True)
    """What the family asks for about being told."""
    agencies = models.ManyToManyField("people.Organisation", related_name="+", blank=True)
    involved_with = models.JSONField(default=dict, blank=True)
    """By an agency's slug: with whom it was involved, and how, in words."""
    area_incident = models.CharField(max_length=200, blank=True)
    """Where it happened. The area of the incident, even where the child lives elsewhere."""
    area_lives = models.CharField(max_length=200, blank=True)
    area_placed_by = models.CharField(max_length=200, blank=True)
    """The authority that placed the child there, where one did."""
    facts_said = models.JSONField(default=dict, blank=True)
    """By a fact of the law: what the notification said of it, beside the three that have columns."""
    invented = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_notification_a_number", fields=("year", "number")),
            models.CheckConstraint(
                name="board_is_aware_before_it_is_notified",
                condition=Q(aware_on=None) | Q(notified_on__gte=F("aware_on")),
            ),
            models.CheckConstraint(
                name="notification_withdrawn_by_somebody_with_a_reason",
                condition=Q(withdrawn_at=None, withdrawn_by="", withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="") & ~Q(withdrawn_why="")),
            ),
        )
        ordering = ("-year", "-number")

    def __str__(self) -> str:
        return f"{self.title}, {self.written}"

    @property
    def written_number(self) -> NotificationNumber:
        return NotificationNumber(self.year, self.number)

    @property
    def written(self) -> str:
        return str(self.written_number)

    @property
    def in_address(self) -> str:
        return self.written_number.in_address

    @property
    def incident(self) -> Moment | None:
        return Moment.from_json(self.incident_on) if self.incident_on else None


class NotifiedChild(OfBoard):
    """A child of the notification, by their own name: known to the board and to the national body."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    notification = models.ForeignKey(Notification, models.PROTECT, related_name="children")
    name = models.CharField(max_length=120)
    born_words = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=400, blank=True)
    looked_after = models.CharField(max_length=7, choices=ANSWERS, blank=True)
    """Empty where nobody said, which is not the same as unknown."""
    care_leaver = models.CharField(max_length=7, choices=ANSWERS, blank=True)
    register = models.CharField(max_length=200, blank=True)
    """The plan or register the child was on, in words."""
    setting = models.CharField(max_length=200, blank=True)
    """Where the child was living: home, foster care, a school, a hospital."""
    ethnicity = models.CharField(max_length=120, blank=True)
    disability = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="notified_child_is_named", condition=~Q(name="")),
            models.CheckConstraint(
                name="notified_child_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class ToldOfIt(OfBoard):
    """Somebody who was told of the incident, and the day: asked of every notification afterwards."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = NotifiedChild.NATIONAL_WHEN

    notification = models.ForeignKey(Notification, models.PROTECT, related_name="told_of_it")
    who = models.CharField(max_length=200)
    told_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="told_of_it_is_named", condition=~Q(who="")),
            models.CheckConstraint(
                name="told_of_it_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("told_on", "pk")

    def __str__(self) -> str:
        return f"{self.who}, {self.told_on}"


class Amendment(OfBoard):
    """What was changed in a notification after it was recorded: each thing as it was and as it is."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = NotifiedChild.NATIONAL_WHEN

    notification = models.ForeignKey(Notification, models.PROTECT, related_name="amendments")
    changed = models.JSONField()
    """A list of {"what", "was", "now"}, in words."""
    amended_at = models.DateTimeField()
    amended_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.notification.written} amended {self.amended_at:%Y-%m-%d}"
