"""People say that two entries do not tell of one event, take it back, or say that they are not sure yet."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Account, Entry, LeftOpen, NotOneEvent


def tell_apart(*, by: Person, review: Review, first: Entry, second: Entry, why: str) -> NotOneEvent:
    """The two do not tell of one event: their link is proposed no more, and neither may join the other.

    Raises Trouble where somebody has confirmed that they do.
    """
    with act("told_apart", by=by, on=review, needs=Can.SETTLE_CHRONOLOGY, why=why) as doing:
        lock(review)
        pair = _in_order(first, second)
        _refuse_pair(review, first, second)
        said = NotOneEvent.objects.filter(review=review, withdrawn_at=None, **pair).first()
        if said is None:
            said = NotOneEvent.objects.create(
                review=review, why=why[:400], said_at=timezone.now(), said_by=by.username, **pair
            )
        doing.made(said)
    return said


def leave_open(*, by: Person, review: Review, first: Entry, second: Entry, why: str = "") -> LeftOpen:
    """Somebody looked at the two and is not sure yet. Their link stays proposed, with who looked, and when.

    Raises Trouble where somebody has confirmed that they tell of one event.
    """
    with act("left_link_open", by=by, on=review, needs=Can.SETTLE_CHRONOLOGY, why=why) as doing:
        lock(review)
        _refuse_pair(review, first, second)
        pair = _in_order(first, second)
        said = LeftOpen.objects.create(
            review=review, why=why[:400], said_at=timezone.now(), said_by=by.username, **pair
        )
        doing.made(said)
    return said


def take_back_telling_apart(*, by: Person, apart: NotOneEvent) -> None:
    """The two may tell of one event again: their link is proposed as before."""
    with act("took_back_telling_apart", by=by, on=apart, needs=Can.SETTLE_CHRONOLOGY):
        lock(apart.review)
        apart.refresh_from_db()
        if apart.withdrawn_at is None:
            apart.withdrawn_at, apart.withdrawn_by = timezone.now(), by.username
            apart.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _in_order(first: Entry, second: Entry) -> dict[str, Entry]:
    """By their keys, so that a pair is said once."""
    one, other = sorted((first, second), key=lambda entry: entry.key)
    return {"first": one, "second": other}


def _refuse_pair(review: Review, first: Entry, second: Entry) -> None:
    if first.pk == second.pk or {first.review_id, second.review_id} != {review.pk}:
        raise Trouble("These are not two entries of this review.", do="Choose two entries of one review.")
    accounts = Account.objects.filter(entry__in=[first, second], parted_at=None).select_related("event")
    events = {one.event_id: one.event for one in accounts}
    if len(events) == 1 and len(accounts) > 1:
        raise Trouble(
            "These two are confirmed as accounts of one event.",
            where=str(next(iter(events.values()))),
            do="Open the event and part one of them first.",
        )
