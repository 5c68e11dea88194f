"""The agencies asked: whose account is late, how each was chased, and what day was moved and why."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.chasing import chased_in
from candour.stages.commission.models import AgencyAsked
from candour.stages.commission.place import place_in


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    chased = chased_in(review, viewer, today())
    return render(
        request,
        "stages/commission/pages/agencies/agencies.html",
        {
            "review": review,
            "place": place_in(review, "Agencies asked"),
            "asked": chased,
            "late": sum(one.state == "late" for one in chased),
            "heard": sum(one.heard for one in chased),
            "withdrawn": _withdrawn(review, viewer),
            "may_ask": bool(may(viewer, Can.ASK_AGENCIES, review)),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


def _withdrawn(review: Review, viewer: Any) -> list[tuple[AgencyAsked, str]]:
    """Each with its line; the undo of one whose agency was asked anew would say no."""
    seen = AgencyAsked.objects.visible_to(viewer).filter(review=review).exclude(withdrawn_at=None)
    return [
        (one, f"{one.agency}: asked {spoken_day(one.asked_on)}, {_day_withdrawn(one)}. {one.withdrawn_why}")
        for one in seen.select_related("agency")
    ]


def _day_withdrawn(one: AgencyAsked) -> str:
    return f"withdrawn {spoken_day(localdate(one.withdrawn_at))}"
