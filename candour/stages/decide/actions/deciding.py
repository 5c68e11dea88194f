"""The decision, the taking back of one, and the reopening of one that stands."""

from __future__ import annotations

from datetime import date
from typing import Any, Unpack

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._open import still_open
from candour.stages.decide.days import happened, opened_on
from candour.stages.decide.decided_words import DecidedWords, whole
from candour.stages.decide.law import law_on
from candour.stages.decide.models import Decision, DecisionOutcome, DecisionWords, EarlierDecision
from candour.stages.decide.resting import changed_since_reopened, rests_on
from candour.stages.notify.models import Notification


def decide(
    *,
    by: Person,
    notification: Notification,
    outcome: str,
    reasons: str,
    decided_on: date,
    told_national_on: date | None = None,
    **said: Unpack[DecidedWords],
) -> Decision:
    """Those who decide do so. The national body reads one not to review; the day it was told is told apart.

    Raises Trouble where a reason is lacking, as `decided_words.whole` says, and for a day before the board
    was told, before the decision that it follows was reopened, or still to come.
    """
    with act("decided", by=by, on=notification, needs=Can.DECIDE, why=f"{outcome}: {reasons}") as doing:
        # Locked before it is judged: no answer and no second decision comes between.
        now = Notification.objects.select_for_update().get(pk=notification.pk)
        still_open(now)
        opened, which = opened_on(now)
        happened(decided_on, after=opened, which=which)
        if told_national_on is not None:
            happened(told_national_on, after=decided_on, which="it was decided")
        tests = law_on(notification)
        words: dict[str, Any] = {**whole(tests, outcome, said)}
        decision = Decision.objects.create(
            notification=notification,
            stands_for=notification,
            outcome=DecisionOutcome(outcome),
            reasons=reasons,
            tests_said=tests.evaluation.outcome.value if tests else "",
            decided_on=decided_on,
            decided_at=timezone.now(),
            decided_by=by.username,
            told_national_on=told_national_on,
            **words,
        )
        doing.made(decision)
    return decision


def take_back_decision(*, by: Person, decision: Decision) -> EarlierDecision:
    """Undo a decision until something rests on it. It is kept as it stood among the earlier ones."""
    notification = decision.notification
    with act("took_back_decision", by=by, on=notification, needs=Can.DECIDE, why=decision.reasons) as doing:
        _stands(decision)
        if resting := rests_on(decision):
            raise Trouble(
                f"This decision cannot be taken back: {resting}.",
                do="What was said in answer to it stands with it. Reply there, or reopen the decision.",
            )
        words = {field.name: getattr(decision, field.name) for field in DecisionWords._meta.fields}
        earlier = EarlierDecision.objects.create(
            notification=notification, taken_back_at=timezone.now(), taken_back_by=by.username, **words
        )
        decision.delete()
        doing.made(earlier)
    return earlier


def reopen_decision(*, by: Person, decision: Decision, why: str, reopened_on: date) -> Decision:
    """Facts changed: a decision not to review no longer stands, and a new one is to be made.

    The earlier one stays on the record with all that was said to it.
    """
    with act("reopened_decision", by=by, on=decision, needs=Can.DECIDE, why=why):
        now = _stands(decision)
        if decision.outcome == DecisionOutcome.REVIEW:
            raise Trouble(
                "It was decided to review, so there is nothing to reopen.",
                do="Take it back while nothing rests on it; a review that began is ended there.",
            )
        if getattr(now, "commission", None) is not None:
            raise Trouble("A review was commissioned from this decision.", do="Find it among the reviews.")
        if now.direction is not None:
            raise Trouble(
                "The national body has directed a review.",
                do="Commission it from this decision, or reply to the direction.",
            )
        happened(reopened_on, after=now.decided_on, which="it was decided")
        decision.stands_for, decision.reopened_on, decision.reopened_why = None, reopened_on, why
        decision.reopened_at, decision.reopened_by = timezone.now(), by.username
        decision.save(update_fields=[*REOPENED])
    return decision


def take_back_reopening(*, by: Person, decision: Decision) -> Decision:
    """The decision stands again, until a new one was made or what it rested on was changed.

    The record keeps that it was reopened, and why.
    """
    with act("took_back_reopening", by=by, on=decision, needs=Can.DECIDE, why=decision.reopened_why):
        if decision.reopened_at is None:
            raise Trouble("This decision stands, so there is nothing to undo.", do="Read it.")
        if Decision.objects.filter(notification=decision.notification, pk__gt=decision.pk).exists():
            raise Trouble("It was decided anew since.", do="Take the new decision back first.")
        if changed := changed_since_reopened(decision):
            raise Trouble(
                f"The decision cannot stand again as it was: {changed}.",
                do="Decide anew, on the answers as they are now. What was decided stays on the record.",
            )
        decision.stands_for, decision.reopened_on, decision.reopened_why = decision.notification, None, ""
        decision.reopened_at, decision.reopened_by = None, ""
        decision.save(update_fields=[*REOPENED])
    return decision


REOPENED = ("stands_for", "reopened_on", "reopened_why", "reopened_at", "reopened_by")


def _stands(decision: Decision) -> Decision:
    """The decision as it is now, locked: what the national body says to it next waits for this act."""
    now = Decision.objects.select_for_update().filter(pk=decision.pk).first()
    if now is None or now.stands_for_id is None:
        raise Trouble("This decision no longer stands.", do="Find the one that stands.")
    return now
