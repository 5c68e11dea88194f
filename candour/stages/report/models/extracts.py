"""An extract for somebody to answer: frozen words, a day, their answer, a ruling with reasons."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, done_by_somebody
from candour.stages.report.models.source import Report


class ExtractKind(models.TextChoices):
    """Why it was sent. A release waits for replies; a round of accuracy is the editor's own matter."""

    ACCURACY = "accuracy", "Are the facts right?"
    REPLY = "reply", "Right of reply"


class Outcome(models.TextChoices):
    """What came of an answer, or of none."""

    CHANGED = "changed", "The text is changed"
    NOTE = "note", "A note is added"
    STANDS = "stands", "The text stands"
    NOT_AWAITED = "not_awaited", "The report does not wait for an answer"


class Extract(InReview):
    """Chosen paragraphs, word for word as they were sent to one person or body, and the day for an answer.

    Whoever it is sent to reads this row's words and nothing else of the report: `person` is an account,
    `participant` one who takes part, `agency` an organisation; `called` is how they are written of.
    """

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="extracts")
    kind = models.CharField(max_length=8, choices=ExtractKind)
    number = models.PositiveSmallIntegerField()
    called = models.CharField(max_length=200)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    participant = models.ForeignKey(
        "commission.Participant", models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey("people.Organisation", models.PROTECT, null=True, blank=True, related_name="+")
    named = models.BooleanField(default=False)
    """With real names and whole days, as the closed report has them; else as the open one has."""
    paragraphs = models.JSONField()
    """[{number, part, text, under: [text]}]: the frozen words."""
    sha256 = models.CharField(max_length=64)
    """Of the frozen words."""
    about = models.CharField(max_length=400, blank=True)
    """What is asked, or what is said of them, in a line that they read."""
    sent_on = models.DateField()
    due_on = models.DateField()
    sent_at = models.DateTimeField()
    sent_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_extract_a_number", fields=("report", "kind", "number")),
            models.CheckConstraint(
                name="extract_leaves_time_to_answer", condition=Q(due_on__gt=models.F("sent_on"))
            ),
            models.CheckConstraint(name="extract_is_for_somebody", condition=~Q(called="")),
            models.CheckConstraint(
                name="extract_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("kind", "number")

    @property
    def answer(self) -> ExtractAnswer | None:
        """The latest answer that stands."""
        return self.answers.filter(withdrawn_at=None).last()

    @property
    def ruling(self) -> ExtractRuling | None:
        """The ruling that stands."""
        return self.rulings.filter(withdrawn_at=None).first()

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.ruling is None

    def is_late(self, today: date) -> bool:
        """The day is over and nothing was answered."""
        return self.is_open and self.answer is None and today > self.due_on

    def __str__(self) -> str:
        return f"Extract {self.number}"


class ExtractAnswer(InReview):
    """What they answered, in their own words. A second answer stands beside the first."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "extract__report__review"

    extract = models.ForeignKey(Extract, models.PROTECT, related_name="answers")
    words = models.TextField()
    answered_on = models.DateField()
    how = models.CharField(max_length=200, blank=True)
    """How it came, where somebody else noted it: by letter, in a meeting."""
    noted_at = models.DateTimeField()
    noted_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="answer_to_extract_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="answer_to_extract_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    @property
    def came_late(self) -> bool:
        return self.answered_on > self.extract.due_on

    def __str__(self) -> str:
        return f"Answer to {self.extract}"


class ExtractRuling(InReview):
    """What came of it, with reasons; a person answers for it by name."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "extract__report__review"

    extract = models.ForeignKey(Extract, models.PROTECT, related_name="rulings")
    outcome = models.CharField(max_length=12, choices=Outcome)
    reasons = models.TextField()
    ruled_at = models.DateTimeField()
    ruled_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_ruling_on_an_extract_stands", fields=("extract",), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="ruling_on_extract_has_reasons", condition=~Q(reasons="")),
            models.CheckConstraint(
                name="ruling_on_extract_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"Ruling on {self.extract}: {self.get_outcome_display()}"
