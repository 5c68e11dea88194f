"""What was answered, advised and decided on a notification, who dissented, and the national body's part."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.kernel.people.postholders import OfBoard
from candour.kernel.reviews.rooms import Versioned
from candour.stages.notify.models import ANSWERS


class DecisionOutcome(models.TextChoices):
    REVIEW = "review", "Review"
    NO_REVIEW = "no_review", "No review"


class OfNotification(OfBoard):
    """A row about a notification: the national body sees it once it is told of the decision."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = {
        "notification__decision__told_national_on__isnull": False
    }

    class Meta:
        abstract = True


class TestAnswer(OfNotification, Versioned):
    """The board's answer to one fact that the law asks about, with its reason and what it rests on."""

    __test__ = False  # for pytest: this is law

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="test_answers")
    fact = models.CharField(max_length=60)
    answer = models.CharField(max_length=7, choices=ANSWERS)
    reason = models.TextField()
    rests_on = models.CharField(max_length=400, blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_answer_a_test", fields=("notification", "fact")),
            models.CheckConstraint(name="answer_has_a_reason", condition=~Q(reason="")),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.fact}: {self.answer}"


class Recommendation(OfNotification):
    """What a sub-group advises. It recommends; the chair decides."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="recommendations")
    group = models.CharField(max_length=120)
    outcome = models.CharField(max_length=9, choices=DecisionOutcome)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)
    made_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                name="one_recommendation_stands",
                fields=("notification",),
                condition=Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="recommendation_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.group}: {self.get_outcome_display()}"


class Dissent(OfNotification):
    """A member's dissent, word for word. It is kept with the decision and sent with it."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="dissents")
    member = models.CharField(max_length=120)
    """How the member signs: a role, such as "Health member"."""
    words = models.TextField()
    dissented_on = models.DateField()
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=60)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="dissent_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="dissent_withdrawn_by_somebody",
                condition=Q(withdrawn_at=None, withdrawn_by="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_by="")),
            ),
        )
        ordering = ("dissented_on", "pk")

    def __str__(self) -> str:
        return f"Dissent of {self.member}"


class DecisionWords(models.Model):
    """What a decision says, whether it stands or was taken back."""

    outcome = models.CharField(max_length=9, choices=DecisionOutcome)
    reasons = models.TextField()
    tests_said = models.CharField(max_length=20, blank=True)
    """The outcome that the tests called for that day; empty where no pack holds the law."""
    against_why = models.TextField(blank=True)
    """Why there is no review although the tests say that there must be."""
    unknown_reasons = models.JSONField(default=dict, blank=True)
    """By fact: why it was decided with that test unknown."""
    publication_weighed = models.CharField(max_length=400, blank=True)
    """How publication weighed in the decision, in words; empty where it did not."""
    instead = models.CharField(max_length=200, blank=True)
    """What is done in place of a review, such as a learning event."""
    kept_elsewhere = models.CharField(max_length=200, blank=True)
    """Where the review's papers are, when it was held outside Candour; empty where it is held here."""
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60)
    told_national_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Decision(DecisionWords, OfBoard):
    """The chair's decision that stands. One taken back is moved to `EarlierDecision`, word for word."""

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = {"told_national_on__isnull": False}

    notification = models.OneToOneField("notify.Notification", models.PROTECT, related_name="decision")

    class Meta:
        constraints = (
            models.CheckConstraint(name="decision_has_reasons", condition=~Q(reasons="")),
            models.CheckConstraint(
                name="national_body_is_told_after_it_is_decided",
                condition=Q(told_national_on=None) | Q(told_national_on__gte=F("decided_on")),
            ),
        )
        ordering = ("-decided_on", "-pk")

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}, {self.notification}"

    @property
    def last_said(self) -> Challenge | None:
        """The last thing that the national body said to it."""
        said: list[Challenge] = list(self.challenges.all())
        return said[-1] if said else None


class EarlierDecision(DecisionWords, OfNotification):
    """A decision that was taken back before anything rested on it, as it stood."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="earlier_decisions")
    taken_back_at = models.DateTimeField()
    taken_back_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Taken back: {self.get_outcome_display()}, {self.notification}"


class ChallengeKind(models.TextChoices):
    QUESTION = "question", "Question"
    DISAGREE = "disagree", "Disagrees"
    AGREE = "agree", "Agrees"


class Challenge(OfBoard):
    """What the national body says to a decision, and what the board replies."""

    ROOM: ClassVar[str] = "decision__notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = {"decision__told_national_on__isnull": False}

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="challenges")
    kind = models.CharField(max_length=8, choices=ChallengeKind)
    words = models.TextField()
    made_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=60)
    reply = models.TextField(blank=True)
    replied_on = models.DateField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(name="challenge_is_in_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="reply_is_in_words_and_by_somebody",
                condition=Q(replied_at=None, replied_on=None, replied_by="", reply="")
                | (Q(replied_at__isnull=False, replied_on__isnull=False) & ~Q(replied_by="") & ~Q(reply="")),
            ),
        )
        ordering = ("made_on", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.made_on}"

    @property
    def waits_for_reply(self) -> bool:
        return self.kind != ChallengeKind.AGREE and self.replied_at is None
