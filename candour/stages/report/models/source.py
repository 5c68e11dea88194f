"""The one source of a report: its parts and paragraphs, and the words somebody has decided to keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models
from django.db.models import Q

from candour.domain import disclosure
from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody


class Audience(models.TextChoices):
    OPEN = str(disclosure.Audience.OPEN), "Open"
    CLOSED = str(disclosure.Audience.CLOSED), "Closed"


def with_hand(hands: Iterable[str], username: str) -> list[str]:
    """One more who had a hand in a row. A later hand takes no earlier one's place."""
    return sorted({*hands, username})


class Report(InReview, Versioned):
    """The report of a review. `title` is read by everybody, and may hold references like any text."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_OPEN_DRAFT

    review = models.OneToOneField("reviews.Review", models.PROTECT, related_name="report")
    title = models.CharField(max_length=200)
    begun_at = models.DateTimeField()
    begun_by = models.CharField(max_length=60)
    titled_at = models.DateTimeField()
    titled_by = models.CharField(max_length=60)
    hands = models.JSONField(default=list)
    """Usernames of whoever ever gave it a title."""

    class Meta:
        constraints = (models.CheckConstraint(name="report_has_a_title", condition=~Q(title="")),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Report of review {self.review.written_number}"


class Part(InReview, Versioned):
    """A part of the report under its title, which everybody reads."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="parts")
    number = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(default=1)
    """1 for a part, 2 and 3 for one that lies inside the part above."""
    title = models.CharField(max_length=200)
    titles = models.JSONField(default=dict, blank=True)
    """{edition: what it is called there}, where that is another title."""
    titled_at = models.DateTimeField()
    titled_by = models.CharField(max_length=60)
    hands = models.JSONField(default=list)
    """Usernames of whoever ever gave it a title."""

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_part_a_number", fields=("report", "number")),
            models.CheckConstraint(name="part_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="part_lies_three_levels_deep_at_most", condition=Q(level__range=(1, 3))
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Part {self.number}"


class Paragraph(InReview, Versioned):
    """A paragraph as it stands now. A closed one has its reason, and a gist that the public reads instead."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "part__report__review"

    part = models.ForeignKey(Part, models.PROTECT, related_name="paragraphs")
    position = models.PositiveIntegerField()
    text = models.TextField()
    audience = models.CharField(max_length=6, choices=Audience, default=Audience.OPEN)
    reason = models.CharField(max_length=400, blank=True)
    gist = models.TextField(blank=True)
    rests_on = models.ManyToManyField("chronology.Entry", related_name="paragraphs", blank=True)
    rests_on_words = models.JSONField(default=list, blank=True)
    """What it rests on that is no entry: a conversation, an episode."""
    finding_number = models.PositiveSmallIntegerField(null=True, blank=True)
    """The finding it tells, by the number that is printed."""
    is_in_whole = models.BooleanField(default=True)
    """Whether it has a number: only paragraphs of the whole report are counted."""
    editions = models.JSONField(default=list, blank=True)
    """In which other editions it stands with these words."""
    told_as = models.JSONField(default=dict, blank=True)
    """{edition: its own words there}."""
    phrases = models.JSONField(default=list, blank=True)
    """[{words, gist, reason, at, by}]: why a phrase was closed, for those who may see the source."""
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_paragraph_a_position", fields=("part", "position")),
            models.CheckConstraint(name="paragraph_has_words", condition=~Q(text="")),
            models.CheckConstraint(
                name="closed_paragraph_has_reason_and_gist",
                condition=~Q(audience="closed") | (~Q(reason="") & ~Q(gist="")),
            ),
            models.CheckConstraint(
                name="paragraph_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("position",)

    def __str__(self) -> str:
        return f"A paragraph of part {self.part.number}"

    @property
    def is_closed(self) -> bool:
        return self.audience == Audience.CLOSED


class Wording(InReview):
    """A paragraph as somebody saved it: nobody's words vanish, and whoever wrote them cannot check them."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "paragraph__part__report__review"

    paragraph = models.ForeignKey(Paragraph, models.PROTECT, related_name="wordings")
    text = models.TextField()
    audience = models.CharField(max_length=6, choices=Audience)
    reason = models.CharField(max_length=400, blank=True)
    gist = models.TextField(blank=True)
    is_in_whole = models.BooleanField(default=True)
    editions = models.JSONField(default=list, blank=True)
    told_as = models.JSONField(default=dict, blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)

    class Meta:
        constraints = (models.CheckConstraint(name="wording_has_words", condition=~Q(text="")),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"A wording of {self.written_at:%Y-%m-%d}"


class Allowed(InReview):
    """Words that may stand in the open report, and why: somebody has looked at them."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_SOURCE
    ROOM: ClassVar[str] = "report__review"

    report = models.ForeignKey(Report, models.PROTECT, related_name="allowed")
    words = models.CharField(max_length=200)
    reason = models.CharField(max_length=400)
    allowed_at = models.DateTimeField()
    allowed_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="words_are_allowed_once", fields=("report", "words"), condition=Q(withdrawn_at=None)
            ),
            models.CheckConstraint(name="words_are_allowed_for_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="allowing_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("words",)

    def __str__(self) -> str:
        return self.words
