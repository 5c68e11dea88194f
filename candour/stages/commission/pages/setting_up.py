"""How a review is set up: what it was asked to do, who sits on it, who was asked, and what is still to do."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from candour.domain.access import ROLES, Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.models import AgencyAsked
from candour.stages.commission.place import place_in
from candour.stages.commission.reads import clock_to_finish, decided_on, method_of, missing


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    return render(
        request,
        "stages/commission/pages/setting_up.html",
        {
            "review": review,
            "place": place_in(review),
            "method": method_of(review),
            "commission": getattr(review, "commission", None),
            "missing": missing(review, viewer, today()),
            "clock": _finish(review),
            "seats": _seats(review),
            "ended": _ended(review),
            "asked": _asked(review, viewer),
            "withdrawn": _withdrawn(review, viewer),
            "may_seat": bool(may(viewer, Can.MANAGE_SEATS, review)),
            "may_ask": bool(may(viewer, Can.ASK_AGENCIES, review)),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


def _of(viewer: Any, review: Review) -> Any:
    return AgencyAsked.objects.visible_to(viewer).filter(review=review).select_related("agency")


def _seats(review: Review) -> list[Seat]:
    """In the order in which roles are listed, then by name."""
    order = list(ROLES)
    seats = Seat.objects.current().filter(review=review).select_related("person", "agency")
    return sorted(seats, key=lambda seat: (order.index(seat.role), seat.person.name))


def _ended(review: Review) -> list[tuple[Seat, str]]:
    """Each with its line; the undo of a seat that the person was given anew would say no."""
    seats = review.seats.exclude(ended_at=None).select_related("person", "agency")
    return [
        (one, f"{one.person}, {one.role_title}: ended {spoken_day(localdate(one.ended_at))}.")
        for one in seats
    ]


def _asked(review: Review, viewer: Any) -> list[dict[str, Any]]:
    """With the number that each has among those of its kind, which its mark shows."""
    kinds: Counter[str] = Counter()
    found = []
    for one in _of(viewer, review).filter(withdrawn_at=None):
        kinds[one.agency.agency_kind] += 1
        found.append({"row": one, "agency": one.agency, "nth": kinds[one.agency.agency_kind]})
    return found


def _withdrawn(review: Review, viewer: Any) -> list[tuple[AgencyAsked, str]]:
    """Each with its line; the undo of one whose agency was asked anew would say no."""
    return [
        (one, f"{one.agency}: asked {spoken_day(one.asked_on)}, {_day_withdrawn(one)}. {one.withdrawn_why}")
        for one in _of(viewer, review).exclude(withdrawn_at=None)
    ]


def _day_withdrawn(one: AgencyAsked) -> str:
    return f"withdrawn {spoken_day(localdate(one.withdrawn_at))}"


def _finish(review: Review) -> dict[str, Any] | None:
    """When the review is due. Whether it is done or late, its own page says."""
    if (found := clock_to_finish(review)) is None:
        return None
    clock, due = found
    return {"clock": clock, "day": due.day, "start": decided_on(review)}
