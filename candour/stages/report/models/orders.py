"""Rulings on who may read what: orders person by person, and applications to withhold."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Report


class Ruled(models.TextChoices):
    """What came of an application to withhold."""

    GRANTED = "granted", "Granted"
    PARTLY = "partly", "Granted in part"
    REFUSED = "refused", "Refused"


class Application(InReview):
    """Somebody asks that paragraphs be kept from the public: who, on which ground, and why."""

    SEEN_WITH: ClassVar[Can] = Can.HEAR
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="applications")
    number = models.PositiveSmallIntegerField()
    applicant = models.CharField(max_length=200)
    ground = models.CharField(max_length=200)
    words = models.TextField()
    """What the applicant says for it."""
    paragraphs = models.ManyToManyField("report.Paragraph", related_name="applications")
    applied_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_application_a_number", fields=("report", "number")),
            models.CheckConstraint(
                name="application_has_applicant_and_ground", condition=~Q(applicant="") & ~Q(ground="")
            ),
            models.CheckConstraint(
                name="application_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("number",)

    @property
    def ruling(self) -> ApplicationRuling | None:
        """The ruling that stands."""
        return self.rulings.filter(withdrawn_at=None).first()

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.ruling is None

    def __str__(self) -> str:
        return f"Application {self.number}"


class ApplicationRuling(InReview):
    """Granted or not, with reasons. The open report says of what is withheld what `gist` says, no more."""

    SEEN_WITH: ClassVar[Can] = Can.HEAR
    ROOM: ClassVar[str] = "application__report__review"

    application = models.ForeignKey(Application, models.PROTECT, related_name="rulings")
    outcome = models.CharField(max_length=8, choices=Ruled)
    reasons = models.TextField()
    paragraphs = models.ManyToManyField("report.Paragraph", related_name="withheld_by", blank=True)
    """Those that are withheld."""
    gist = models.TextField(blank=True)
    ruled_at = models.DateTimeField()
    ruled_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_ruling_on_an_application_stands",
                fields=("application",),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(name="ruling_on_application_has_reasons", condition=~Q(reasons="")),
            models.CheckConstraint(
                name="what_is_withheld_has_a_gist",
                condition=Q(outcome="refused", gist="") | (~Q(outcome="refused") & ~Q(gist="")),
            ),
            models.CheckConstraint(
                name="ruling_on_application_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.application}: {self.get_outcome_display()}"


class ReadingOrder(InReview):
    """An order that one person may read closed paragraphs, or may not. Never for a second person."""

    SEEN_WITH: ClassVar[Can] = Can.HEAR
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="orders")
    number = models.PositiveSmallIntegerField()
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    participant = models.ForeignKey(
        "commission.Participant", models.PROTECT, null=True, blank=True, related_name="+"
    )
    may_read = models.BooleanField()
    paragraphs = models.ManyToManyField("report.Paragraph", related_name="orders", blank=True)
    """Those named, and the closed ones of the parts named as they stood that day."""
    parts = models.ManyToManyField("report.Part", related_name="orders", blank=True)
    as_it_stood = models.JSONField(default=dict)
    """Paragraph key -> SHA-256 of its words: an order opens the words that were ordered, no later ones."""
    ordered_on = models.DateField()
    why = models.CharField(max_length=400)
    ordered_as = models.CharField(max_length=60)
    """In which role: Judge, or Board chair."""
    follows = models.ForeignKey(
        ApplicationRuling, models.PROTECT, null=True, blank=True, related_name="orders"
    )
    ordered_at = models.DateTimeField()
    ordered_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_order_a_number", fields=("report", "number")),
            models.CheckConstraint(
                name="order_is_for_one_person",
                condition=Q(person=None, participant__isnull=False)
                | Q(person__isnull=False, participant=None),
            ),
            models.CheckConstraint(name="order_has_a_reason", condition=~Q(why="")),
            models.CheckConstraint(
                name="order_taken_back_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("number",)

    @property
    def who(self) -> str:
        """The reader's name for the domain: an account, or one who takes part and has none."""
        if self.person is not None:
            return self.person.username
        assert self.participant is not None
        account = self.participant.person
        return account.username if account else f"participant:{self.participant.pk}"

    @property
    def called(self) -> str:
        return str(self.person or self.participant)

    def __str__(self) -> str:
        return f"Order {self.number}"
