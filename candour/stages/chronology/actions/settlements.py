"""People answer the question that a difference between accounts puts, with a reason, and take it back."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Entry, Settlement, Way


def settle_difference(
    *,
    by: Person,
    review: Review,
    kind: str,
    first: Entry,
    second: Entry,
    way: str,
    why: str,
    says: tuple[str, str] = ("", ""),
) -> Settlement:
    """Keep how a difference was settled. `says` is what each says of it on the day; no account is changed.

    Raises Trouble without a reason, and where somebody settled it already.
    """
    with act("settled_difference", by=by, on=review, needs=Can.SETTLE_CHRONOLOGY, why=why) as doing:
        lock(review)
        _refuse_answer(way, why)
        _refuse_settled(review, kind, first, second)
        settled = Settlement.objects.create(
            review=review,
            kind=kind,
            first=first,
            second=second,
            says_first=says[0],
            says_second=says[1],
            way=way,
            why=why[:400],
            settled_at=timezone.now(),
            settled_by=by.username,
        )
        doing.made(settled)
    return settled


def take_back_settlement(*, by: Person, settlement: Settlement) -> None:
    """The difference is open again; what was said of it stays on record."""
    with act("took_back_settlement", by=by, on=settlement, needs=Can.SETTLE_CHRONOLOGY):
        lock(settlement.review)
        settlement.refresh_from_db()
        if settlement.withdrawn_at is None:
            settlement.withdrawn_at, settlement.withdrawn_by = timezone.now(), by.username
            settlement.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _refuse_answer(way: str, why: str) -> None:
    if way not in Way.values:
        raise Trouble("This is no way to settle a difference.", do="Choose one of the answers offered.")
    if not why.strip():
        raise Trouble("A difference is settled with a reason.", do="Say why.")


def _refuse_settled(review: Review, kind: str, first: Entry, second: Entry) -> None:
    if {first.review_id, second.review_id} != {review.pk}:
        raise Trouble("These are not entries of this review.", do="Choose entries of one review.")
    either = Q(first=first, second=second) | Q(first=second, second=first)
    there = Settlement.objects.filter(either, review=review, kind=kind, withdrawn_at=None).first()
    if there is not None:
        raise Trouble(
            f"{there.settled_by} settled this difference already: {there.get_way_display()}.",
            do="Take that back first, if there is a better answer.",
        )
