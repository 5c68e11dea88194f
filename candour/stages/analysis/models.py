"""What the review team works out: episodes, what contributed, findings, and the entries findings rest on."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.domain.access import Can
from candour.kernel.reviews.rooms import InReview, Versioned, done_by_somebody
from candour.stages.analysis.conversation_models import Conversation
from candour.stages.analysis.withdrawable import Withdrawable

__all__ = ["AccuracyComment", "Conversation", "Episode", "Evidence", "Factor", "Finding", "Ruling"]


class Episode(Withdrawable, InReview, Versioned):
    """A key practice episode: a stretch of the work, seen first as one agency could see it on one day."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_ANALYSIS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="episodes")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    starts_on = models.DateField()
    ends_on = models.DateField()
    agency = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    """Whose view from the tunnel it is."""
    seen_on = models.DateField()
    """To the end of which day they see."""
    seen_when = models.CharField(max_length=200, blank=True)
    """What that day was for them: "The day the referral was made"."""
    entries = models.ManyToManyField("chronology.Entry", related_name="episodes", blank=True)
    absence = models.TextField(blank=True)
    """What no return shows, where that is part of the episode."""
    conversations = models.JSONField(default=list, blank=True)
    """Numbers of the conversations it draws on."""
    what_happened = models.TextField(blank=True)
    """The account that goes to those who were there, to be checked."""
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.CharField(max_length=60, blank=True)
    why_then = models.TextField(blank=True)
    why_then_at = models.DateTimeField(null=True, blank=True)
    """When it was first written: that opens the fence."""
    why_then_by = models.CharField(max_length=60, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    """When the fence was opened before that, which takes a reason."""
    opened_by = models.CharField(max_length=60, blank=True)
    opened_why = models.CharField(max_length=400, blank=True)
    good = models.TextField(blank=True)
    less_safe = models.TextField(blank=True)
    marked_at = models.DateTimeField()
    marked_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_episode_a_number", fields=("review", "number")),
            models.CheckConstraint(
                name="episode_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="view_from_the_tunnel_ends_within_the_episode",
                condition=Q(seen_on__gte=F("starts_on")) & Q(seen_on__lte=F("ends_on")),
            ),
            models.CheckConstraint(
                name="fence_opened_by_somebody_with_a_reason",
                condition=Q(opened_at=None, opened_by="", opened_why="")
                | (Q(opened_at__isnull=False) & ~Q(opened_by="") & ~Q(opened_why="")),
            ),
            models.CheckConstraint(
                name="why_it_made_sense_written_by_somebody",
                condition=done_by_somebody("why_then_at", "why_then_by"),
            ),
            models.CheckConstraint(
                name="account_shared_by_somebody", condition=done_by_somebody("shared_at", "shared_by")
            ),
            models.CheckConstraint(
                name="episode_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Episode {self.number}: {self.title}"

    @property
    def is_open(self) -> bool:
        """Whether later knowledge and the appraisal may be shown."""
        return self.why_then_at is not None or self.opened_at is not None

    @property
    def appraisal(self) -> str:
        return "\n\n".join(filter(None, (self.good, self.less_safe)))


class Factor(Withdrawable, InReview, Versioned):
    """Something that contributed, filed under a group of the method, and the episodes it was seen in."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_ANALYSIS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="factors")
    group = models.CharField(max_length=40)
    words = models.CharField(max_length=300)
    episodes = models.ManyToManyField(Episode, related_name="factors")
    added_at = models.DateTimeField()
    added_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.CheckConstraint(name="factor_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="factor_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words


class Finding(Withdrawable, InReview, Versioned):
    """A claim about the system. `answers` holds what it says to each question of the method, by code."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_ANALYSIS

    review = models.ForeignKey("reviews.Review", models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    headline = models.TextField()
    category = models.CharField(max_length=40, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    """{code: {words, source, grade, count, of, not_known}}, each but `words` only where it applies."""
    against = models.TextField(blank=True)
    """What speaks against it."""
    questions = models.JSONField(default=list, blank=True)
    """Questions for the board, in order."""
    conversations = models.JSONField(default=list, blank=True)
    factors = models.ManyToManyField(Factor, related_name="findings", blank=True)
    episodes = models.ManyToManyField(Episode, related_name="findings", blank=True)
    written_at = models.DateTimeField()
    written_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_finding_a_number", fields=("review", "number")),
            models.CheckConstraint(name="finding_has_a_headline", condition=~Q(headline="")),
            models.CheckConstraint(
                name="finding_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        return f"Finding {self.number}"

    def answer(self, code: str) -> dict[str, Any]:
        """What it says to one question of the method; nothing yet is an empty answer."""
        found: dict[str, Any] = self.answers.get(code, {})
        return found

    @property
    def how_it_showed(self) -> str:
        return str(self.answer("shown_in_case").get("words", ""))

    @property
    def spread(self) -> str:
        return str(self.answer("widespread").get("words", ""))

    @property
    def prevalence(self) -> str:
        return str(self.answer("prevalent").get("words", ""))

    @property
    def why_it_matters(self) -> str:
        return str(self.answer("matters").get("words", ""))

    @property
    def summary(self) -> str:
        return str(self.answer("summary").get("words", ""))


class Evidence(Withdrawable, InReview):
    """An entry that a finding rests on, with its words as they were on the day it was chosen."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_ANALYSIS
    ROOM: ClassVar[str] = "finding__review"

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="evidence")
    entry = models.ForeignKey("chronology.Entry", models.PROTECT, related_name="carries")
    words = models.TextField()
    """The entry's own words, frozen."""
    sha256 = models.CharField(max_length=64)
    why = models.CharField(max_length=400, blank=True)
    chosen_at = models.DateTimeField()
    chosen_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="an_entry_carries_a_finding_once",
                fields=("finding", "entry"),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="evidence_withdrawn_by_somebody",
                condition=done_by_somebody("withdrawn_at", "withdrawn_by"),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.finding} rests on {self.entry}"


class Ruling(models.TextChoices):
    ACCEPTED = "accepted", "Accepted: the account is changed"
    KEPT = "kept", "Kept: the account stays as it is"


class AccuracyComment(InReview):
    """What somebody who was there says of an account, and what the reviewer did with it."""

    SEEN_WITH: ClassVar[Can] = Can.SEE_ANALYSIS
    ROOM: ClassVar[str] = "episode__review"

    episode = models.ForeignKey(Episode, models.PROTECT, related_name="comments")
    words = models.TextField()
    about = models.TextField()
    """The account as it stood when this was said."""
    commented_at = models.DateTimeField()
    commented_by = models.CharField(max_length=60)
    ruling = models.CharField(max_length=8, choices=Ruling, blank=True)
    ruled_at = models.DateTimeField(null=True, blank=True)
    ruled_by = models.CharField(max_length=60, blank=True)
    ruled_why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="comment_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="comment_ruled_on_by_somebody_with_a_reason",
                condition=Q(ruled_at=None, ruled_by="", ruled_why="", ruling="")
                | (Q(ruled_at__isnull=False) & ~Q(ruled_by="") & ~Q(ruled_why="") & ~Q(ruling="")),
            ),
        )
        ordering = ("commented_at", "pk")

    def __str__(self) -> str:
        return f"Comment on {self.episode}"
