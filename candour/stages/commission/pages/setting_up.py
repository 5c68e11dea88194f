"""How a review is set up: what is still to do, and each part of it in a line, with where it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.deadlines import Event
from candour.domain.rules import Deadline
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.held_back import waiting_in
from candour.stages.commission.law_clocks import clock_to_finish
from candour.stages.commission.methods_over_time import changes_of_method
from candour.stages.commission.parts import parts_of
from candour.stages.commission.place import place_in
from candour.stages.commission.reads import method_of, missing, set_up_of
from candour.stages.decide.clocks import FROM


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    return render(request, "stages/commission/pages/setting_up.html", shown(review, viewer))


def shown(review: Review, viewer: Person) -> dict[str, Any]:
    """What the page shows; another page of this review may add what it could not do."""
    return {
        "review": review,
        "place": place_in(review),
        "method": method_of(review),
        "changes": [one for one in changes_of_method(review) if one[0].taken_back_at is None],
        "missing": missing(review, viewer, today()),
        "clock": _finish(review),
        "waiting": waiting_in(review, viewer, today()),
        "parts": parts_of(review, viewer, today()),
        "asked": set_up_of(review).asked,
        "seats": review.seats.current().count(),
        "may_seat": bool(may(viewer, Can.MANAGE_SEATS, review)),
        "may_ask": bool(may(viewer, Can.ASK_AGENCIES, review)),
        "may_change": bool(may(viewer, Can.SET_TERMS, review)),
        "print_words": f"{review.title}, {review.written_number}",
    }


def _finish(review: Review) -> dict[str, Any] | None:
    """When the review is due. Whether it is done or late, its own page says."""
    if (found := clock_to_finish(review)) is None:
        return None
    begun = "the direction" if review.commission.decision.direction else "the decision"
    event = begun if found.clock.starts is Event.INITIATED else FROM[found.clock.starts]
    day = found.day if isinstance(found, Deadline) else None
    return {"clock": found.clock, "day": day, "start": found.start, "event": event}
