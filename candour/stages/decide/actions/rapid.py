"""The rapid review: summaries are asked for, what is made safe at once, the next step and its sign-off."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.actions._open import not_withdrawn, still_open, withdraw
from candour.stages.decide.days import happened
from candour.stages.decide.models import DecisionOutcome, RapidReview, SafetyAction, SummaryAsked
from candour.stages.decide.rapid_reads import signed_off_after_decision
from candour.stages.notify.models import Notification


def ask_for_summary(
    *, by: Person, notification: Notification, agency: Organisation, asked_on: date, due_on: date
) -> SummaryAsked:
    """Ask an agency what it knew, by a day."""
    with act("asked_for_summary", by=by, on=notification, needs=Can.ANSWER_TESTS) as doing:
        still_open(notification)
        if notification.summaries.filter(agency=agency, withdrawn_at=None).exists():
            raise Trouble(
                f"{agency} was asked already.", do="Write its summary down, or take the asking back."
            )
        if due_on < asked_on:
            raise Trouble("It would be due before it was asked for.", do="Give a later day.")
        happened(asked_on)
        asked = SummaryAsked.objects.create(
            notification=notification,
            agency=agency,
            asked_on=asked_on,
            due_on=due_on,
            asked_at=timezone.now(),
            asked_by=by.username,
        )
        doing.made(asked)
    return asked


def withdraw_summary_asked(*, by: Person, asked: SummaryAsked, why: str) -> SummaryAsked:
    """An agency was asked by mistake. The asking stays readable, with the reason."""
    with act("withdrew_summary_asked", by=by, on=asked, needs=Can.ANSWER_TESTS, why=why):
        still_open(asked.notification)
        if asked.withdrawn_at is not None:
            raise Trouble("This asking was taken back before.", do="Nothing is left to undo.")
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = timezone.now(), by.username, why
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return asked


def take_back_withdrawal_of_summary(*, by: Person, asked: SummaryAsked) -> SummaryAsked:
    """The agency is asked again, as it was."""
    with act("took_back_withdrawal_of_summary", by=by, on=asked, needs=Can.ANSWER_TESTS):
        still_open(asked.notification)
        if asked.notification.summaries.filter(agency=asked.agency, withdrawn_at=None).exists():
            raise Trouble(f"{asked.agency} was asked again since.", do="Use that asking.")
        asked.withdrawn_at, asked.withdrawn_by, asked.withdrawn_why = None, "", ""
        asked.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return asked


def write_summary(
    *,
    by: Person,
    asked: SummaryAsked,
    received_on: date,
    knew: str,
    analysis: str = "",
    safety: str = "",
    version: int,
) -> SummaryAsked:
    """Write down what an agency sent, or correct it. Raises Changed as `act`."""
    with act("wrote_summary", by=by, on=asked, needs=Can.ANSWER_TESTS, version=version):
        still_open(asked.notification)
        if asked.withdrawn_at is not None:
            raise Trouble(f"Asking {asked.agency} was taken back.", do="Let the asking stand again first.")
        happened(received_on, after=asked.asked_on, which="it was asked for")
        asked.received_on, asked.knew, asked.analysis, asked.safety = received_on, knew, analysis, safety
        asked.received_at, asked.received_by = timezone.now(), by.username
        asked.save()
    return asked


def record_safety_action(
    *, by: Person, notification: Notification, what: str, who: str, due_on: date
) -> SafetyAction:
    """Something that makes children safe now: what, by whom and by when."""
    with act("recorded_safety_action", by=by, on=notification, needs=Can.ANSWER_TESTS) as doing:
        not_withdrawn(notification)
        action = SafetyAction.objects.create(
            notification=notification,
            what=what,
            who=who,
            due_on=due_on,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(action)
    return action


def mark_made_safe(*, by: Person, action: SafetyAction, done_on: date) -> SafetyAction:
    """It was done, on that day."""
    with act("marked_made_safe", by=by, on=action, needs=Can.ANSWER_TESTS):
        if action.withdrawn_at is not None:
            raise Trouble("This action was taken back.", do="Record it anew.")
        if action.done_at is not None:
            raise Trouble("This was done.", do="Take that back first, if the day is wrong.")
        happened(done_on)
        action.done_on, action.done_at, action.done_by = done_on, timezone.now(), by.username
        action.save(update_fields=["done_on", "done_at", "done_by"])
    return action


def take_back_made_safe(*, by: Person, action: SafetyAction) -> SafetyAction:
    """It is not done after all."""
    with act("took_back_made_safe", by=by, on=action, needs=Can.ANSWER_TESTS):
        action.done_on, action.done_at, action.done_by = None, None, ""
        action.save(update_fields=["done_on", "done_at", "done_by"])
    return action


def withdraw_safety_action(*, by: Person, action: SafetyAction) -> SafetyAction:
    """An action recorded by mistake. It stays readable, marked."""
    with act("withdrew_safety_action", by=by, on=action, needs=Can.ANSWER_TESTS):
        if action.done_at is not None:
            raise Trouble("This was done, so it stays.", do="Take back first that it was done.")
        withdraw(action, by)
    return action


def conclude_rapid_review(
    *,
    by: Person,
    notification: Notification,
    next_step: str,
    reason: str,
    concluded_on: date,
    improve: str = "",
) -> RapidReview:
    """The next step, with its reason. An earlier conclusion is taken back, unless it was signed off."""
    with act("concluded_rapid_review", by=by, on=notification, needs=Can.ANSWER_TESTS) as doing:
        still_open(notification)
        happened(concluded_on, after=notification.notified_on, which="the board was told")
        for earlier in notification.rapid_reviews.filter(withdrawn_at=None):
            _not_signed_off(earlier)
            withdraw(earlier, by)
        concluded = RapidReview.objects.create(
            notification=notification,
            next_step=DecisionOutcome(next_step),
            reason=reason,
            improve=improve,
            concluded_on=concluded_on,
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(concluded)
    return concluded


def take_back_rapid_review(*, by: Person, concluded: RapidReview) -> RapidReview:
    """Undo a conclusion until it is signed off. It stays readable, marked."""
    with act("took_back_rapid_review", by=by, on=concluded, needs=Can.ANSWER_TESTS):
        still_open(concluded.notification)
        _not_signed_off(concluded)
        withdraw(concluded, by)
    return concluded


def sign_off_rapid_review(*, by: Person, concluded: RapidReview, signed_off_on: date) -> RapidReview:
    """Those who decide put their name to it, after the decision too where it was left open then."""
    with act("signed_off_rapid_review", by=by, on=concluded, needs=Can.DECIDE):
        not_withdrawn(concluded.notification)
        if concluded.withdrawn_at is not None:
            raise Trouble("This conclusion was taken back.", do="Sign off the one that stands.")
        _not_signed_off(concluded)
        happened(signed_off_on, after=concluded.concluded_on, which="the next step was written")
        concluded.signed_off_on, concluded.signed_off_at = signed_off_on, timezone.now()
        concluded.signed_off_by = by.username
        concluded.save(update_fields=["signed_off_on", "signed_off_at", "signed_off_by"])
    return concluded


def take_back_sign_off(*, by: Person, concluded: RapidReview) -> RapidReview:
    """Undo a sign-off until it is decided; one that came after the decision, until something else does."""
    with act("took_back_rapid_sign_off", by=by, on=concluded, needs=Can.DECIDE):
        if not signed_off_after_decision(concluded):
            still_open(concluded.notification)
        concluded.signed_off_on, concluded.signed_off_at, concluded.signed_off_by = None, None, ""
        concluded.save(update_fields=["signed_off_on", "signed_off_at", "signed_off_by"])
    return concluded


def _not_signed_off(concluded: RapidReview) -> None:
    if concluded.signed_off_at is not None:
        raise Trouble("The rapid review is signed off, so it stands.", do="Take the sign-off back first.")
