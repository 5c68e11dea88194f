"""A clock of a notification is given more time, with the reason, and that is taken back."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.decide.actions._open import not_withdrawn
from candour.stages.decide.clocks import running_clock
from candour.stages.decide.latest_days import wrong_with
from candour.stages.decide.models import MoreTimeGiven
from candour.stages.notify.models import Notification


def give_more_time(
    *, by: Person, notification: Notification, clock: str, now_due: date, why: str
) -> MoreTimeGiven:
    """Give a clock that runs more time. The law's own day stays beside the new one, with the reason.

    Raises Trouble for a clock that does not run, and for a day that is no later or past the law's latest.
    """
    with act("gave_more_time", by=by, on=notification, needs=Can.ANSWER_TESTS, why=why) as doing:
        now = Notification.objects.select_for_update().get(pk=notification.pk)
        not_withdrawn(now)
        running = running_clock(now, clock, today())
        if running is None:
            raise Trouble("This clock does not run.", do="Give more time to one that does.")
        if wrong := wrong_with(now_due, due=running.due, latest=running.latest):
            raise Trouble(wrong[0], do=wrong[1])
        if not why.strip():
            raise Trouble("No reason is given.", do="Say why more time is needed.")
        given = MoreTimeGiven.objects.create(
            notification=now,
            clock=clock,
            was_due=running.due,
            now_due=now_due,
            why=why,
            given_at=timezone.now(),
            given_by=by.username,
        )
        doing.made(given)
    return given


def take_back_more_time(*, by: Person, given: MoreTimeGiven) -> MoreTimeGiven:
    """Undo more time given: the day before it stands again. Raises Trouble where another rests on it."""
    with act("took_back_more_time", by=by, on=given, needs=Can.ANSWER_TESTS, why=given.why):
        Notification.objects.select_for_update().get(pk=given.notification_id)
        given.refresh_from_db()
        if given.withdrawn_at is not None:
            raise Trouble("This was taken back before.", do="Nothing is left to undo.")
        standing = MoreTimeGiven.objects.filter(notification=given.notification, withdrawn_at=None)
        if standing.filter(clock=given.clock, pk__gt=given.pk).exists():
            raise Trouble("More time was given after this.", do="Take the later one back first.")
        given.withdrawn_at, given.withdrawn_by = timezone.now(), by.username
        given.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return given
