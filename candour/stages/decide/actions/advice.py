"""What a sub-group recommends, and the members who dissent."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._open import not_withdrawn, still_open, withdraw
from candour.stages.decide.days import happened
from candour.stages.decide.models import DecisionOutcome, Dissent, Recommendation
from candour.stages.notify.models import Notification


def record_recommendation(
    *,
    by: Person,
    notification: Notification,
    group: str,
    outcome: str,
    made_on: date,
    reason: str = "",
    votes_for: int | None = None,
    votes_against: int | None = None,
    abstained: int | None = None,
) -> Recommendation:
    """Write down what a sub-group advises. An earlier recommendation is withdrawn and stays visible."""
    with act("recorded_recommendation", by=by, on=notification, needs=Can.ANSWER_TESTS) as doing:
        still_open(notification)
        happened(made_on, after=notification.notified_on, which="the board was told")
        for earlier in notification.recommendations.filter(withdrawn_at=None):
            withdraw(earlier, by)
        recommendation = Recommendation.objects.create(
            notification=notification,
            group=group,
            outcome=DecisionOutcome(outcome),
            made_on=made_on,
            reason=reason,
            votes_for=votes_for,
            votes_against=votes_against,
            abstained=abstained,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(recommendation)
    return recommendation


def take_back_recommendation(*, by: Person, recommendation: Recommendation) -> Recommendation:
    """Undo a recommendation written down by mistake, until it is decided. It stays readable, marked."""
    with act("took_back_recommendation", by=by, on=recommendation, needs=Can.ANSWER_TESTS):
        still_open(recommendation.notification)
        withdraw(recommendation, by)
    return recommendation


def dissent(
    *, by: Person, notification: Notification, member: str, words: str, dissented_on: date
) -> Dissent:
    """Keep a member's dissent as it is written. `member` is how they sign, such as "Health member"."""
    with act("dissented", by=by, on=notification, needs=Can.DISSENT) as doing:
        not_withdrawn(notification)
        happened(dissented_on, after=notification.notified_on, which="the board was told")
        written = Dissent.objects.create(
            notification=notification,
            member=member,
            words=words,
            dissented_on=dissented_on,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(written)
    return written


def withdraw_dissent(*, by: Person, written: Dissent) -> Dissent:
    """A member takes their own dissent back, until it is decided. It stays readable, marked."""
    with act("withdrew_dissent", by=by, on=written, needs=Can.DISSENT):
        still_open(written.notification)
        if written.recorded_by != by.username:
            raise Trouble("This is somebody else's dissent.", do="Only who wrote it may take it back.")
        withdraw(written, by)
    return written
