"""A serious incident as it was notified to a board: the child, who became aware, the harm, the agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.moments import Moment
from candour.domain.rules import Answer
from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import Versioned

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

    # The decision comes later and is told to the national body together with its notification.
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = {"decision__told_national_on__isnull": False}

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
    """A child of the notification, by their own name: known to the board and to whomever it tells."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = {
        "notification__decision__told_national_on__isnull": False
    }

    notification = models.ForeignKey(Notification, models.PROTECT, related_name="children")
    name = models.CharField(max_length=120)
    born_words = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=400, blank=True)
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
