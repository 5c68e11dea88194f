"""A decision that was taken before this record was kept: written down as it was, and taken out again."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.logs import Earlier
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.decide.actions._open import still_open
from candour.stages.decide.models import Decision, DecisionOutcome, DecisionWords, EarlierDecision
from candour.stages.decide.resting import rests_on
from candour.stages.notify.models import Notification

NO_REASONS = "The board’s earlier log gives no reasons."
NOT_SAID = "somebody whom the board’s earlier log does not name"
NO_WORDS = "(no outcome is written)"


def record_earlier_decision(
    *, by: Person, notification: Notification, earlier: Earlier, kept_elsewhere: str
) -> Decision:
    """Record what a board decided before this record: as written, with no test of the law asked again.

    Whoever keeps the board's notifications may: it is not decided here. `kept_elsewhere` says where its
    papers are.
    """
    with act(
        "recorded_earlier_decision",
        by=by,
        on=notification,
        needs=Can.NOTIFY,
        why=f"{earlier.words}: {kept_elsewhere}",
    ) as doing:
        still_open(Notification.objects.select_for_update().get(pk=notification.pk))
        outcome = DecisionOutcome(str(earlier.meaning.means))
        reasons = earlier.reasons or NO_REASONS
        other = outcome == DecisionOutcome.OTHER_REVIEW
        decision = Decision.objects.create(
            notification=notification,
            stands_for=notification,
            outcome=outcome,
            reasons=reasons,
            words_then=(earlier.words or NO_WORDS)[:200],
            kept_elsewhere=kept_elsewhere[:200],
            other_kind=str(earlier.meaning.kind) if other else "",
            other_holder=(earlier.holder or NOT_SAID)[:200] if other else "",
            other_why=reasons if other else "",
            instead=earlier.meaning.instead,
            decided_on=earlier.decided_on,
            decided_at=timezone.now(),
            decided_by=by.username,
        )
        doing.made(decision)
    return decision


def take_back_earlier_decision(*, by: Person, decision: Decision) -> EarlierDecision:
    """Take a recorded decision out again, until something rests on it. It is kept as it stood."""
    with act("took_back_earlier_decision", by=by, on=decision, needs=Can.NOTIFY) as doing:
        now = Decision.objects.select_for_update().filter(pk=decision.pk).first()
        if now is None or now.stands_for_id is None or not now.words_then:
            raise Trouble("This is no earlier decision that stands.", do="Find the one that stands.")
        if resting := rests_on(now):
            raise Trouble(f"This decision cannot be taken back: {resting}.", do="It stands with that.")
        words = {field.name: getattr(now, field.name) for field in DecisionWords._meta.fields}
        earlier = EarlierDecision.objects.create(
            notification=now.notification, taken_back_at=timezone.now(), taken_back_by=by.username, **words
        )
        now.delete()
        doing.made(earlier)
    return earlier
