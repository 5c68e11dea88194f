"""The reviews on which one has a seat."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import signed_in


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    rows = [
        {
            "review": review,
            "method": load_method(review.method).title,
            "page": "desk:review" if may(person, Can.SEE_REVIEW, review) else "desk:progress",
            "roles": [seat.role_title for seat in review.seats.held_by(person)],
        }
        for review in Review.objects.visible_to(person).select_related("board")
    ]
    return render(request, "desk/pages/reviews.html", {"rows": rows})
