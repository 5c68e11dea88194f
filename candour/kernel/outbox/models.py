"""Messages to people, which wait here until they are sent; and how each person wishes to be reached."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q

from candour.domain.access import Can, Scope
from candour.kernel.people.models import Person, Post


class Says(models.TextChoices):
    """All that a message can say. There is no field for more: what waits never leaves the house."""

    DUE = "due", "Something is due soon, or late"
    WAITS = "waits", "Something waits for you"


CLAIM_LASTS = timedelta(minutes=15)
"""Longer than one e-mail takes to send."""
SENT = ("sent_at", "sent_by")
GIVEN_UP = ("given_up_at", "given_up_by")
REFUSED = ("refused_at", "refused_by", "refused_why")


def _done_by(name: str, deed: str) -> models.CheckConstraint:
    """A deed has its moment and its doer, or neither."""
    when, who = f"{deed}_at", f"{deed}_by"
    neither, both = Q(**{when: None, who: ""}), Q(**{f"{when}__isnull": False}) & ~Q(**{who: ""})
    return models.CheckConstraint(name=name, condition=neither | both)


class OwnRows(models.QuerySet[Any]):
    """Rows of one person, which lie in no review and belong to no board."""

    def visible_to(self, viewer: Person) -> Self:
        """One's own; all of them for an administrator, who sees to it that e-mail goes out."""
        if Post.objects.held_by(viewer).with_power(Can.ADMINISTER, Scope.INSTALLATION).exists():
            return self.all()
        return self.filter(person=viewer)


class MessageRows(OwnRows):
    def waiting(self) -> Self:
        """To be sent: those that were refused for a time too, which are tried again."""
        return self.unsent().filter(given_up_at=None)

    def unsent(self) -> Self:
        """Neither sent nor taken back, though some were given up."""
        return self.filter(sent_at=None, withdrawn_at=None)


class Message(models.Model):
    """One e-mail to one person about one thing. At most one a day for the same thing."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="messages")
    says = models.CharField(max_length=10, choices=Says)
    about = models.CharField(max_length=80, blank=True)
    """The key of what waits, so that it is said once and can be taken back. Never shown, never sent."""
    day = models.DateField()
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)
    claimed_at = models.DateTimeField(null=True, blank=True)
    """A run is sending it now: another run leaves it alone."""
    claimed_by = models.CharField(max_length=60, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.CharField(max_length=60, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.CharField(max_length=60, blank=True)
    refused_why = models.CharField(max_length=400, blank=True)
    """Why it did not go out when it was last tried, in words."""
    given_up_at = models.DateTimeField(null=True, blank=True)
    """It was refused for good: it is not tried again until somebody asks for that."""
    given_up_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    """Nothing waits any more, and it had not gone out."""
    withdrawn_by = models.CharField(max_length=60, blank=True)

    objects = MessageRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_message_a_day_about_one_thing",
                fields=("person", "says", "day", "about"),
                condition=Q(withdrawn_at=None),
            ),
            _done_by("message_sent_by_something", "sent"),
            _done_by("message_claimed_by_something", "claimed"),
            _done_by("message_refused_by_something", "refused"),
            _done_by("message_withdrawn_by_somebody", "withdrawn"),
            _done_by("message_given_up_by_something", "given_up"),
            models.CheckConstraint(
                name="message_given_up_was_refused",
                condition=Q(given_up_at=None) | Q(refused_at__isnull=False),
            ),
            models.CheckConstraint(
                name="message_refused_says_why", condition=Q(refused_at=None) | ~Q(refused_why="")
            ),
            models.CheckConstraint(
                name="message_sent_was_not_withdrawn", condition=Q(sent_at=None) | Q(withdrawn_at=None)
            ),
        )
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return f"{self.get_says_display()}, {self.day}"

    def claim(self, *, by: str, at: datetime) -> bool:
        """Take it for this run alone: one statement, so of two runs at once one has it and one has not.

        A claim that is older than CLAIM_LASTS is of a run that died.
        """
        free = Message.objects.waiting().filter(pk=self.pk)
        free = free.filter(Q(claimed_at=None) | Q(claimed_at__lt=at - CLAIM_LASTS))
        return free.update(claimed_at=at, claimed_by=by) == 1

    def note_sent(self, *, by: str, at: datetime) -> None:
        self.sent_at, self.sent_by = at, by
        self.refused_at, self.refused_by, self.refused_why = None, "", ""
        self._let_go(*SENT, *REFUSED)

    def note_refused(self, why: str, *, by: str, at: datetime, for_good: bool = False) -> None:
        """It stays, with the reason, and is tried again the next time; not where it was refused for good."""
        self.refused_at, self.refused_by, self.refused_why = at, by, why[:400]
        self.given_up_at, self.given_up_by = (at, by) if for_good else (None, "")
        self._let_go(*REFUSED, *GIVEN_UP)

    def let_go(self) -> None:
        """It was not tried after all."""
        self._let_go()

    def _let_go(self, *noted: str) -> None:
        self.claimed_at, self.claimed_by = None, ""
        self.save(update_fields=["claimed_at", "claimed_by", *noted])


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
