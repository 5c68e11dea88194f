"""The tests of the law are answered, each with its reason and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.rules import Answer, FactAsked
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act, take_version
from candour.kernel.people.models import Person
from candour.stages.decide.actions._open import still_open
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import GIVEN, SummaryAsked, TestAnswer
from candour.stages.notify.models import Notification
from candour.stages.notify.said import is_typed, read_value


def answer_test(
    *,
    by: Person,
    notification: Notification,
    fact: str,
    answer: Answer = Answer.UNKNOWN,
    reason: str,
    value: str = "",
    rests_on: str = "",
    summaries: Iterable[SummaryAsked] = (),
    version: int | None = None,
) -> TestAnswer:
    """Answer one test, or answer it anew. `version` is that of the answer that was read, 0 for none.

    A fact that is a number or a day is answered by its `value`, such as "17" or "2014-05-19"; without one it
    is unknown. Raises Changed as `act`. The record keeps every answer that was given.
    """
    why = f"{fact}: {value or answer}. {reason}"
    with act("answered_test", by=by, on=notification, needs=Can.ANSWER_TESTS, why=why) as doing:
        # Locked before the answer is looked for: of two who answer first, the second finds the first's.
        Notification.objects.select_for_update().get(pk=notification.pk)
        still_open(notification)
        given = _given(_asked(notification, fact), answer, value)
        row = TestAnswer.objects.filter(notification=notification, fact=fact).first()
        if row is not None and version is not None:
            take_version(row, version)
        row = row or TestAnswer(notification=notification, fact=fact)
        row.answer, row.value = given
        row.reason, row.rests_on = reason, rests_on
        row.answered_at, row.answered_by = timezone.now(), by.username
        row.save()
        row.summaries.set([one for one in summaries if one.notification_id == notification.pk])
        doing.made(row)
    return row


def _asked(notification: Notification, fact: str) -> FactAsked:
    regime = regime_of(notification)
    if regime is None or fact not in {one.name for one in regime.facts}:
        raise Trouble(f"The law of this notification asks nothing called “{fact}”.", do="Choose a test.")
    return regime.fact(fact)


def _given(fact: FactAsked, answer: Answer, value: str) -> tuple[str, str]:
    """What the row keeps: the answer and the value."""
    if not is_typed(fact):
        return Answer(answer).value, ""
    return (GIVEN, str(read_value(fact, value))) if value.strip() else (Answer.UNKNOWN.value, "")
