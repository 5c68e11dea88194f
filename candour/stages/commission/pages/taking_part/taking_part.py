"""Who of family and practitioners takes part, and how."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.models import Side
from candour.stages.commission.participants_seen import participants_of, taking_part
from candour.stages.commission.place import place_in


@needs(Can.KEEP_PARTICIPANTS, reading="opened_participants")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    family = taking_part(review, viewer, Side.FAMILY)
    practitioners = taking_part(review, viewer, Side.PRACTITIONER)
    return render(
        request,
        "stages/commission/pages/taking_part/taking_part.html",
        {
            "review": review,
            "groups": [("Family", "family", family), ("Practitioners", "practitioner", practitioners)],
            "count": len(family) + len(practitioners),
            "withdrawn": participants_of(review, viewer).exclude(withdrawn_at=None),
            "place": place_in(review, "Family and practitioners"),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )
