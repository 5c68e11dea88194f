"""Messages to people, which wait here until they are sent; and how each person wishes to be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from candour.domain.access import Can, Scope
from candour.kernel.people.models import Person, Post

if TYPE_CHECKING:
    from datetime import datetime


class Says(models.TextChoices):
    """All that a message can say. There is no field for more: what waits never leaves the house."""

    DUE = "due", "Something is due soon, or late"
    WAITS = "waits", "Something waits for you"


class OwnRows(models.QuerySet[Any]):
    """Rows of one person, which lie in no review and belong to no board."""

    def visible_to(self, viewer: Person) -> Self:
        """One's own; all of them for an administrator, who sees to it that e-mail goes out."""
        if Post.objects.held_by(viewer).with_power(Can.ADMINISTER, Scope.INSTALLATION).exists():
            return self.all()
        return self.filter(person=viewer)


class Message(models.Model):
    """One e-mail to one person. At most one of a kind a day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="messages")
    says = models.CharField(max_length=10, choices=Says)
    day = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True)

    objects = OwnRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_message_of_a_kind_a_day", fields=("person", "says", "day")),
            models.CheckConstraint(
                name="message_sent_by_something",
                condition=Q(sent_at=None, sent_by="") | (Q(sent_at__isnull=False) & ~Q(sent_by="")),
            ),
        )
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return f"{self.get_says_display()}, {self.day}"

    def note_sent(self, *, by: str, at: datetime) -> None:
        self.sent_at, self.sent_by = at, by
        self.save(update_fields=["sent_at", "sent_by"])


class Wish(models.Model):
    """How one person wishes to be reached: whether by e-mail, and by which secret address of a calendar."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="wish")
    reminders_ended_at = models.DateTimeField(null=True, blank=True)
    reminders_ended_by = models.CharField(max_length=60, blank=True)
    calendar_sha256 = models.CharField(max_length=64, blank=True)
    """Of the token in the address: whoever reads this table cannot open the calendar."""
    calendar_made_at = models.DateTimeField(null=True, blank=True)
    calendar_made_by = models.CharField(max_length=60, blank=True)

    objects = OwnRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_person_a_calendar", fields=("calendar_sha256",), condition=~Q(calendar_sha256="")
            ),
            models.CheckConstraint(
                name="calendar_made_by_somebody",
                condition=Q(calendar_sha256="", calendar_made_at=None, calendar_made_by="")
                | (~Q(calendar_sha256="") & Q(calendar_made_at__isnull=False) & ~Q(calendar_made_by="")),
            ),
            models.CheckConstraint(
                name="reminders_ended_by_somebody",
                condition=Q(reminders_ended_at=None, reminders_ended_by="")
                | (Q(reminders_ended_at__isnull=False) & ~Q(reminders_ended_by="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Wish of {self.person}"
