"""The notice that the law asks for before publication was sent; or that was noted wrongly."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.stages.learn.models import NoticeSent


def record_notice(
    *, by: Person, review: Review, to: str, sent_on: date, how: str, agreed: str = ""
) -> NoticeSent:
    """Note that the report was sent to whom the law names. `agreed`: who agreed to a shorter time, in words.

    Raises Trouble for a day that has not come.
    """
    with act("recorded_notice", by=by, on=review, needs=Can.PUBLISH, why=agreed) as doing:
        if sent_on > today():
            raise Trouble("That day has not come yet.", do="Note it on the day on which it is sent.")
        notice = NoticeSent.objects.create(
            review=review,
            to=to,
            sent_on=sent_on,
            how=how,
            agreed=agreed.strip(),
            recorded_at=timezone.now(),
            recorded_by=by.username,
        )
        doing.made(notice)
    return notice


def withdraw_notice(*, by: Person, notice: NoticeSent, why: str) -> NoticeSent:
    """It was not sent, or not then. Publication waits again."""
    with act("withdrew_notice", by=by, on=notice, needs=Can.PUBLISH, why=why):
        notice.withdrawn_at, notice.withdrawn_by = timezone.now(), by.username
        notice.withdrawn_why = why
        notice.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return notice
