"""What people said of accounts: which tell of one event, which do not, and what was made of a difference."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody


class Event(InReview):
    """What accounts are about, once a person has confirmed it. Every account stays as its agency gave it."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="events")
    title = models.CharField(max_length=200, blank=True)
    confirmed_at = models.DateTimeField()
    confirmed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="event_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title or f"Event {self.pk}"


class Account(InReview):
    """An entry that tells of an event. It may be parted from it again; both sayings stay."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="accounts")
    event = models.ForeignKey(Event, models.PROTECT, related_name="accounts")
    entry = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="accounts")
    why = models.CharField(max_length=400, blank=True)
    joined_at = models.DateTimeField()
    joined_by = models.CharField(max_length=60)
    parted_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.CharField(max_length=60, blank=True)
    parted_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="an_entry_tells_of_one_event", fields=("entry",), condition=Q(parted_at=None)
            ),
            models.CheckConstraint(
                name="account_parted_by_somebody", condition=done_by_somebody("parted_at", "parted_by")
            ),
        )
        ordering = ("pk",)
        verbose_name = "account of event"

    def __str__(self) -> str:
        # Not by its title: an agency's author sees that something rests on the entry, not what others tell.
        return str(self.event_id)


class NotOneEvent(InReview):
    """A person says that two entries do not tell of one event: the link is not proposed again."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="not_one_event")
    first = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    second = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    """The two in order of their keys, so that a pair is said once."""
    why = models.CharField(max_length=400, blank=True)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_pair_is_told_apart_once",
                fields=("review", "first", "second"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="telling_apart_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.first} and {self.second} are not one event"


class LeftOpen(InReview):
    """A person looked at two accounts and is not sure yet. It settles nothing: the link stays in the list."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="links_left_open")
    first = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    second = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    """The two in order of their keys."""
    why = models.CharField(max_length=400, blank=True)
    said_at = models.DateTimeField()
    said_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.first} and {self.second}: not sure yet"


class Way(models.TextChoices):
    """How a difference between accounts was settled. No account is changed by it."""

    FIRST = "first", "The first account is borne out"
    SECOND = "second", "The second account is borne out"
    BOTH = "both", "Both stand: the report says that accounts differ"
    NO_DIFFERENCE = "no_difference", "They do not differ"


class Settlement(InReview):
    """How people answered the question that a difference between two accounts puts, and why."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_CHRONOLOGY

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="settlements")
    kind = models.CharField(max_length=20)
    """The domain's kind of conflict: date, time, person, content, outcome, told, order."""
    first = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    second = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="+")
    """May be the first again, where a row differs with itself."""
    says_first = models.TextField(blank=True)
    says_second = models.TextField(blank=True)
    """What each said on the day it was settled: a corrected return may say something else since."""
    way = models.CharField(max_length=14, choices=Way)
    why = models.CharField(max_length=400)
    settled_at = models.DateTimeField()
    settled_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="a_difference_is_settled_once",
                fields=("review", "kind", "first", "second"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="settlement_has_its_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="settlement_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.first} and {self.second}"
