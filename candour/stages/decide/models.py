"""What was answered, advised and decided on a notification, who dissented, and the national body's part."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from candour.kernel.people.postholders import FROM_THE_START, OfBoard
from candour.kernel.reviews.rooms import Versioned
from candour.stages.decide.law_reasons import ReasonsByLaw
from candour.stages.decide.log.models import BoardLog, LogAnswer, LogCase, LogColumns, LogRun
from candour.stages.decide.more_time_models import MoreTimeGiven
from candour.stages.decide.national_models import Challenge, ChallengeKind, Direction, RemedyStep
from candour.stages.decide.of_notification import DecisionOutcome, OfNotification
from candour.stages.decide.rapid_models import RapidReview, SafetyAction, SummaryAsked
from candour.stages.notify.models import ANSWERS

__all__ = [
    "BoardLog",
    "Challenge",
    "ChallengeKind",
    "Decision",
    "DecisionOutcome",
    "Direction",
    "Dissent",
    "EarlierDecision",
    "LogAnswer",
    "LogCase",
    "LogColumns",
    "LogRun",
    "MoreTimeGiven",
    "OfNotification",
    "OtherReview",
    "RapidReview",
    "Recommendation",
    "RemedyStep",
    "SafetyAction",
    "SummaryAsked",
    "TestAnswer",
]
GIVEN = "given"
"""The answer to a fact that is a number or a day: the value says it."""


class OtherReview(models.TextChoices):
    """A review outside the law in force, counted beside those under it."""

    SINGLE_AGENCY = "single_agency", "A review by one agency"
    LOCAL_LEARNING = "local_learning", "A local learning review"
    OTHER = "other", "Another kind"


class TestAnswer(OfNotification, Versioned):
    """The board's answer to one fact that the law asks about, with its reason and what it rests on."""

    __test__ = False  # for pytest: this is law

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="test_answers")
    fact = models.CharField(max_length=60)
    answer = models.CharField(max_length=7, choices=[*ANSWERS, (GIVEN, "Given")])
    value = models.CharField(max_length=40, blank=True)
    """A number, or a day as 2014-05-19, where the law asks for one."""
    reason = models.TextField()
    rests_on = models.CharField(max_length=400, blank=True)
    summaries = models.ManyToManyField(SummaryAsked, related_name="+", blank=True)
    """The agencies' summaries that it rests on."""
    answered_at = models.DateTimeField()
    answered_by = models.CharField(max_length=60)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="one_answer_a_test", fields=("notification", "fact")),
            models.CheckConstraint(name="answer_has_a_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="answer_given_has_its_value",
                condition=(Q(answer=GIVEN) & ~Q(value="")) | (~Q(answer=GIVEN) & Q(value="")),
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.fact}: {self.answer}"


class Recommendation(OfNotification):
    """What a sub-group advises. It recommends; the chair decides."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="recommendations")
    group = models.CharField(max_length=120)
    outcome = models.CharField(max_length=12, choices=DecisionOutcome)
    votes_for = models.PositiveSmallIntegerField(null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(null=True, blank=True)
    abstained = models.PositiveSmallIntegerField(null=True, blank=True)
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


class DecisionWords(ReasonsByLaw):
    """What a decision says, whether it stands or was taken back."""

    outcome = models.CharField(max_length=12, choices=DecisionOutcome)
    reasons = models.TextField()
    tests_said = models.CharField(max_length=20, blank=True)
    """The outcome that the tests called for that day; empty where no pack holds the law."""
    against_why = models.TextField(blank=True)
    """Why there is no review although the tests say that there must be."""
    unknown_reasons = models.JSONField(default=dict, blank=True)
    """By fact: why it was decided with that test unknown."""
    test_reasons = models.JSONField(default=dict, blank=True)
    """By fact: why an answer of no, or of unknown, means that there is no review under the law."""
    publication_asked = models.CharField(max_length=3, choices=[("yes", "Yes"), ("no", "No")], blank=True)
    """Whether publication weighed in the decision; empty where nobody was asked."""
    publication_weighed = models.CharField(max_length=400, blank=True)
    """How publication weighed in the decision, in words; empty where it did not."""
    partners = models.JSONField(default=list, blank=True)
    """Who else of those who decide agreed: a list of {"who", "agrees", "words"}."""
    other_kind = models.CharField(max_length=14, choices=OtherReview, blank=True)
    other_holder = models.CharField(max_length=200, blank=True)
    """Who holds the review by another name."""
    other_why = models.TextField(blank=True)
    """Why it is held so, and not under the law in force."""
    instead = models.CharField(max_length=200, blank=True)
    """What is done in place of a review, such as a learning event."""
    kept_elsewhere = models.CharField(max_length=200, blank=True)
    """Where the review's papers are, when it was held outside Candour; empty where it is held here."""
    words_then = models.CharField(max_length=200, blank=True)
    """The outcome as the board's earlier log has it; empty where it was decided in this record.

    It was taken before the record was kept, and is not judged again by our forms and clocks.
    """
    decided_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.CharField(max_length=60)
    told_national_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class Decision(DecisionWords, OfBoard):
    """What was decided on a notification. One that stands is its `decision`.

    One taken back before anything rested on it is moved to `EarlierDecision`, word for word; one reopened
    because facts changed stays here, with whatever was said to it.
    """

    ROOM: ClassVar[str] = "notification__board"
    NATIONAL_WHEN: ClassVar[dict[str, Any] | None] = FROM_THE_START

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="decisions")
    stands_for = models.OneToOneField(
        "notify.Notification", models.PROTECT, null=True, blank=True, related_name="decision"
    )
    """The notification, while the decision stands; empty once it was reopened."""
    reopened_on = models.DateField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by = models.CharField(max_length=60, blank=True)
    reopened_why = models.TextField(blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="decision_stands_or_was_reopened_with_a_reason",
                condition=(
                    Q(stands_for=F("notification"), reopened_at=None, reopened_on=None)
                    & Q(reopened_by="", reopened_why="")
                )
                | (
                    Q(stands_for=None, reopened_at__isnull=False, reopened_on__isnull=False)
                    & ~Q(reopened_by="")
                    & ~Q(reopened_why="")
                ),
            ),
            models.CheckConstraint(
                name="review_by_another_name_says_which_and_why",
                condition=~Q(outcome=DecisionOutcome.OTHER_REVIEW)
                | (~Q(other_kind="") & ~Q(other_holder="") & ~Q(other_why="")),
            ),
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
        """The last thing that the national body said to it, what was taken back left out."""
        said: list[Challenge] = [one for one in self.challenges.all() if one.taken_back_at is None]
        return said[-1] if said else None

    @property
    def direction(self) -> Direction | None:
        """The direction to hold a review, while it stands."""
        return next((one for one in self.directions.all() if one.taken_back_at is None), None)

    @property
    def leads_to_review(self) -> bool:
        """Whether a review is commissioned from it: it was decided so, or directed."""
        return self.outcome == DecisionOutcome.REVIEW or self.direction is not None

    @property
    def initiated_on(self) -> date:
        """The day from which the clocks of a review count: of the direction, where there is one."""
        return self.direction.made_on if self.direction else self.decided_on

    @property
    def began_when(self) -> str:
        """What a day of opening cannot come before, in words."""
        return "it was directed" if self.direction else "it was decided"


class EarlierDecision(DecisionWords, OfNotification):
    """A decision that was taken back before anything rested on it, as it stood."""

    notification = models.ForeignKey("notify.Notification", models.PROTECT, related_name="earlier_decisions")
    taken_back_at = models.DateTimeField()
    taken_back_by = models.CharField(max_length=60)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Taken back: {self.get_outcome_display()}, {self.notification}"
