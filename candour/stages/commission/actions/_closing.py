"""Parts of acts: seats closed where the check finds a conflict, and the last who can give seats kept."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from candour.domain.access import Can, roles_with
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review, Seat, SeatRows
from candour.stages.commission.conflicts_found import BY_CHECK, Comparison

FIRST = "Give somebody else the seat of business manager or chair first."


def close_where_near(*, by: Person, reviews: Iterable[Review]) -> list[Seat]:
    """Close the reviews to everybody in whose seat the check finds a conflict now. Those closed."""
    closed = []
    for review in reviews:
        beside = Comparison(review)
        open_seats = Seat.objects.current().filter(review=review, conflict_declared_at=None)
        for seat in open_seats.select_related("person", "review"):
            if found := beside.objections_to(seat.person, seat.role):
                others_keep_seats(Seat.objects.exclude(person=seat.person), seat, FIRST)
                closed.append(close(seat, by=by, because=f"{BY_CHECK}: {' '.join(found)}"))
    return closed


def close(seat: Seat, *, by: Person, because: str) -> Seat:
    seat.conflict_declared_at, seat.conflict_declared_by = timezone.now(), by.username
    seat.conflict_with = because[:400]
    seat.save(update_fields=["conflict_declared_at", "conflict_declared_by", "conflict_with"])
    return seat


def others_keep_seats(others: SeatRows, seat: Seat, do: str) -> None:
    """Somebody must remain who can give seats, or nobody could be let in any more.

    The review's row is locked, so that two who go at the same moment do not each count the other.
    """
    keep = roles_with(Can.MANAGE_SEATS)
    if seat.role not in keep:
        return
    review = Review.objects.select_for_update().get(pk=seat.review_id)
    conflicted = Seat.objects.current().filter(review=review, conflict_declared_at__isnull=False)
    able = (
        others.current().filter(review=review, role__in=keep).exclude(person__in=conflicted.values("person"))
    )
    if not able.exists():
        raise Trouble("This is the last seat that can give seats.", do=do)
