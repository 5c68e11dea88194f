"""What can happen up to a decision and after it: answers, advice, dissent, the decision, its challenge."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.rules import Answer, Outcome
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act, take_version
from candour.kernel.people.models import Person
from candour.stages.decide.law import law_on, regime_of
from candour.stages.decide.models import (
    Challenge,
    ChallengeKind,
    Decision,
    DecisionOutcome,
    DecisionWords,
    Dissent,
    EarlierDecision,
    Recommendation,
    TestAnswer,
)
from candour.stages.decide.resting import rests_on
from candour.stages.notify.models import Notification


def answer_test(
    *,
    by: Person,
    notification: Notification,
    fact: str,
    answer: Answer,
    reason: str,
    rests_on: str = "",
    version: int | None = None,
) -> TestAnswer:
    """Answer one test, or answer it anew. `version` is that of the answer that was read, 0 for none.

    Raises Changed as `act`. The record keeps every answer that was given.
    """
    why = f"{fact}: {answer}. {reason}"
    with act("answered_test", by=by, on=notification, needs=Can.ANSWER_TESTS, why=why) as doing:
        # Locked before the answer is looked for: of two who answer first, the second finds the first's.
        Notification.objects.select_for_update().get(pk=notification.pk)
        _still_open(notification)
        regime = regime_of(notification)
        if regime is None or fact not in {one.name for one in regime.facts}:
            raise Trouble(f"The law of this notification asks nothing called “{fact}”.", do="Choose a test.")
        row = TestAnswer.objects.filter(notification=notification, fact=fact).first()
        if row is not None and version is not None:
            take_version(row, version)
        row = row or TestAnswer(notification=notification, fact=fact)
        row.answer, row.reason, row.rests_on = Answer(answer).value, reason, rests_on
        row.answered_at, row.answered_by = timezone.now(), by.username
        row.save()
        doing.made(row)
    return row


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
) -> Recommendation:
    """Write down what a sub-group advises. An earlier recommendation is withdrawn and stays visible."""
    with act("recorded_recommendation", by=by, on=notification, needs=Can.ANSWER_TESTS) as doing:
        _still_open(notification)
        for earlier in notification.recommendations.filter(withdrawn_at=None):
            _withdraw(earlier, by)
        recommendation = Recommendation.objects.create(
            notification=notification,
            group=group,
            outcome=DecisionOutcome(outcome),
            made_on=made_on,
            reason=reason,
            votes_for=votes_for,
            votes_against=votes_against,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(recommendation)
    return recommendation


def take_back_recommendation(*, by: Person, recommendation: Recommendation) -> Recommendation:
    """Undo a recommendation written down by mistake, until it is decided. It stays readable, marked."""
    with act("took_back_recommendation", by=by, on=recommendation, needs=Can.ANSWER_TESTS):
        _still_open(recommendation.notification)
        _withdraw(recommendation, by)
    return recommendation


def dissent(
    *, by: Person, notification: Notification, member: str, words: str, dissented_on: date
) -> Dissent:
    """Keep a member's dissent as it is written. `member` is how they sign, such as "Health member"."""
    with act("dissented", by=by, on=notification, needs=Can.DISSENT) as doing:
        _not_withdrawn(notification)
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
        _still_open(written.notification)
        if written.recorded_by != by.username:
            raise Trouble("This is somebody else's dissent.", do="Only who wrote it may take it back.")
        _withdraw(written, by)
    return written


def decide(
    *,
    by: Person,
    notification: Notification,
    outcome: str,
    reasons: str,
    decided_on: date,
    against_why: str = "",
    unknown_reasons: Mapping[str, str] | None = None,
    publication_weighed: str = "",
    instead: str = "",
    kept_elsewhere: str = "",
    told_national_on: date | None = None,
) -> Decision:
    """The chair decides. One not to review is put to the national body.

    That is on the same day if none is given, where a pack holds the law: without one nobody is known to tell.

    Every test that is unknown, and on which the outcome may turn, needs a reason by its fact; and so does
    holding no review where the tests say that there must be one.
    """
    with act("decided", by=by, on=notification, needs=Can.DECIDE, why=f"{outcome}: {reasons}") as doing:
        _still_open(notification)
        tests = law_on(notification)
        if tests is not None:
            _reasons_for_unknown(tests.evaluation.missing, unknown_reasons or {})
            _reason_against(tests.evaluation.outcome, outcome, against_why)
        no_review = DecisionOutcome(outcome) is DecisionOutcome.NO_REVIEW
        decision = Decision.objects.create(
            notification=notification,
            outcome=DecisionOutcome(outcome),
            reasons=reasons,
            tests_said=tests.evaluation.outcome.value if tests else "",
            against_why=against_why,
            unknown_reasons=dict(unknown_reasons or {}),
            publication_weighed=publication_weighed,
            instead=instead,
            kept_elsewhere=kept_elsewhere,
            decided_on=decided_on,
            decided_at=timezone.now(),
            decided_by=by.username,
            told_national_on=told_national_on or (decided_on if no_review and tests else None),
        )
        doing.made(decision)
    return decision


def take_back_decision(*, by: Person, decision: Decision) -> EarlierDecision:
    """Undo a decision until something rests on it. It is kept as it stood among the earlier ones."""
    notification = decision.notification
    with act("took_back_decision", by=by, on=notification, needs=Can.DECIDE, why=decision.reasons) as doing:
        if resting := rests_on(decision):
            raise Trouble(
                f"This decision cannot be taken back: {resting}.",
                do="What was said in answer to it stands with it. Reply there.",
            )
        words = {field.name: getattr(decision, field.name) for field in DecisionWords._meta.fields}
        earlier = EarlierDecision.objects.create(
            notification=notification, taken_back_at=timezone.now(), taken_back_by=by.username, **words
        )
        decision.delete()
        doing.made(earlier)
    return earlier


def tell_national_body(*, by: Person, decision: Decision, told_on: date) -> Decision:
    """Put a decision, with its notification, before the national body, which may read it from now on."""
    with act("told_national_body", by=by, on=decision, needs=Can.DECIDE):
        if decision.told_national_on is not None:
            raise Trouble("The national body was told of this decision.", do="Nothing is left to send.")
        decision.told_national_on = told_on
        decision.save(update_fields=["told_national_on"])
    return decision


def challenge(*, by: Person, decision: Decision, kind: str, words: str, made_on: date) -> Challenge:
    """The national body questions a decision, disagrees or agrees with it. It orders nothing."""
    with act("challenged", by=by, on=decision, needs=Can.CHALLENGE, why=kind) as doing:
        said = Challenge.objects.create(
            decision=decision,
            kind=ChallengeKind(kind),
            words=words,
            made_on=made_on,
            made_at=timezone.now(),
            made_by=by.username,
        )
        doing.made(said)
    return said


def reply_to_challenge(*, by: Person, said: Challenge, words: str, replied_on: date) -> Challenge:
    """The board answers the national body, once to each thing it said."""
    with act("replied_to_challenge", by=by, on=said, needs=Can.REPLY_TO_CHALLENGE):
        if said.replied_at is not None:
            raise Trouble("The board has replied to this.", do="Read the reply under the decision.")
        said.reply, said.replied_on = words, replied_on
        said.replied_at, said.replied_by = timezone.now(), by.username
        said.save(update_fields=["reply", "replied_on", "replied_at", "replied_by"])
    return said


def _withdraw(row: Recommendation | Dissent, by: Person) -> None:
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by.username
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _not_withdrawn(notification: Notification) -> None:
    if notification.withdrawn_at is not None:
        raise Trouble(
            f"{notification.written} was withdrawn, so there is nothing to decide.",
            do="If it should stand, take its withdrawal back.",
        )


def _still_open(notification: Notification) -> None:
    _not_withdrawn(notification)
    if Decision.objects.filter(notification=notification).exists():
        raise Trouble(
            f"{notification.written} is decided, so its tests and advice stand as they are.",
            do="The chair can take the decision back, until something rests on it.",
        )


def _reasons_for_unknown(missing: tuple[str, ...], given: Mapping[str, str]) -> None:
    lacking = [fact for fact in missing if not given.get(fact, "").strip()]
    if lacking:
        raise Trouble(
            f"It is decided with {len(lacking)} of the tests unknown, and no reason for that is given.",
            do=f"Answer them, or give a reason for each: {', '.join(lacking)}.",
        )


def _reason_against(said: Outcome, outcome: str, why: str) -> None:
    if said is Outcome.MUST and outcome == DecisionOutcome.NO_REVIEW and not why.strip():
        raise Trouble(
            "The tests as answered say that there must be a review.",
            do="Decide to review, correct an answer, or say why there is none.",
        )
