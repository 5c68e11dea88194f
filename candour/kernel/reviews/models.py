"""A review, who has a seat on it, and what was done to its clocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, Q

from candour.domain import deadlines
from candour.domain.access import ROLES, Can, Scope, roles_with
from candour.kernel.reviews.numbers import ReviewNumber
from candour.kernel.reviews.rooms import InReview, InReviewRows, Versioned, done_by_somebody

if TYPE_CHECKING:
    from candour.kernel.people.models import Person


class ReviewRows(models.QuerySet["Review"]):
    def visible_to(self, viewer: Person) -> Self:
        """Reviews on which the viewer has a seat."""
        seats = Seat.objects.held_by(viewer).filter(role__in=roles_with(Can.SEE_PROGRESS))
        return self.filter(pk__in=seats.values("review"))


class Review(Versioned):
    """A review that was decided on. `title` is the name it goes by, never the child's own."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_PROGRESS

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    board = models.ForeignKey("people.Organisation", models.PROTECT, related_name="reviews")
    regime = models.CharField(max_length=60)
    method = models.CharField(max_length=60)
    opened_on = models.DateField()
    invented = models.BooleanField(default=False)

    objects = ReviewRows.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(name="one_review_a_number", fields=("year", "number")),)
        ordering = ("-year", "-number")

    def __str__(self) -> str:
        return f"{self.title}, {self.written_number}"

    @property
    def written_number(self) -> ReviewNumber:
        return ReviewNumber(self.year, self.number)

    @property
    def in_address(self) -> str:
        return self.written_number.in_address

    @property
    def room(self) -> Review:
        return self


class SeatRows(InReviewRows):
    def current(self) -> Self:
        return self.filter(ended_at=None, person__is_active=True)

    def held_by(self, viewer: Person) -> Self:
        """Seats that give the viewer something now: not ended, and no conflict declared on that review."""
        conflicted = Seat.objects.current().filter(person=viewer, conflict_declared_at__isnull=False)
        return self.current().filter(person=viewer).exclude(review__in=conflicted.values("review"))


class Seat(InReview):
    """A role that a person holds on one review; an agency author's or practitioner's is for an agency."""

    review = models.ForeignKey(Review, models.PROTECT, related_name="seats")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="seats")
    role = models.CharField(
        max_length=30,
        choices=[(word, role.title) for word, role in ROLES.items() if role.scope is Scope.REVIEW],
    )
    agency = models.ForeignKey(
        "people.Organisation", models.PROTECT, null=True, blank=True, related_name="seats"
    )
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    conflict_declared_at = models.DateTimeField(null=True, blank=True)
    conflict_declared_by = models.CharField(max_length=60, blank=True)
    conflict_with = models.CharField(max_length=400, blank=True)

    objects = SeatRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_seat_of_a_role_at_a_time",
                fields=("review", "person", "role"),
                condition=Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="seat_ended_by_somebody",
                condition=Q(ended_at=None, ended_by="") | (Q(ended_at__isnull=False) & ~Q(ended_by="")),
            ),
            models.CheckConstraint(
                name="conflict_declared_by_somebody",
                condition=Q(conflict_declared_at=None, conflict_declared_by="")
                | (Q(conflict_declared_at__isnull=False) & ~Q(conflict_declared_by="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.person}, {ROLES[self.role].title}"

    @property
    def role_title(self) -> str:
        return ROLES[self.role].title


class StandingRows(InReviewRows):
    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(withdrawn_at=None)


class Pause(InReview):
    """Days on which publication, or learning, waits. Clocks whose law says so do not count them."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey(Review, models.PROTECT, related_name="pauses")
    stops = models.CharField(
        max_length=20, choices=[(one.value, one.capitalize()) for one in deadlines.Stops]
    )
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    """None while it lasts."""
    why = models.CharField(max_length=400)
    paused_at = models.DateTimeField()
    paused_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    objects = StandingRows.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_lasting_pause_of_a_kind",
                fields=("review", "stops"),
                condition=Q(ended_at=None, withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="pause_ends_after_it_began",
                condition=Q(last_day=None) | Q(last_day__gte=F("first_day")),
            ),
            models.CheckConstraint(
                name="pause_ended_by_somebody", condition=done_by_somebody("ended_at", "ended_by")
            ),
            models.CheckConstraint(
                name="pause_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("first_day", "pk")

    def __str__(self) -> str:
        return f"{self.get_stops_display()} paused from {self.first_day}"

    @property
    def told(self) -> deadlines.Pause:
        """As the arithmetic of clocks takes it."""
        return deadlines.Pause(deadlines.Stops(self.stops), self.first_day, self.last_day, self.why)


class Extension(InReview):
    """More time for one clock, with the reason. The day it had before stays beside the new one."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_REVIEW

    review = models.ForeignKey(Review, models.PROTECT, related_name="extensions")
    clock = models.CharField(max_length=60)
    """Its name in the pack of the review's regime."""
    was_due = models.DateField()
    now_due = models.DateField()
    why = models.CharField(max_length=400)
    extended_at = models.DateTimeField()
    extended_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    objects = StandingRows.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(name="extension_gives_more_time", condition=Q(now_due__gt=F("was_due"))),
            models.CheckConstraint(
                name="extension_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.clock}: {self.was_due} to {self.now_due}"
