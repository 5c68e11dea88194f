"""How a review is set up: what is still to do, and each part of it in a line, with where it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.held_back import waiting_in
from candour.stages.commission.parts import parts_of
from candour.stages.commission.place import place_in
from candour.stages.commission.reads import clock_to_finish, decided_on, method_of, missing, set_up_of


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
            "missing": missing(review, viewer, today()),
            "clock": _finish(review),
            "waiting": waiting_in(review, viewer, today()),
            "parts": parts_of(review, viewer, today()),
            "asked": set_up_of(review).asked,
            "seats": review.seats.current().count(),
            "may_seat": bool(may(viewer, Can.MANAGE_SEATS, review)),
            "may_ask": bool(may(viewer, Can.ASK_AGENCIES, review)),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


def _finish(review: Review) -> dict[str, Any] | None:
    """When the review is due. Whether it is done or late, its own page says."""
    if (found := clock_to_finish(review)) is None:
        return None
    clock, due = found
    return {"clock": clock, "day": due.day, "start": decided_on(review)}
