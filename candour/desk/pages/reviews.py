"""The reviews on which one has a seat."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import ROLES, Can
from candour.domain.methods import load_method
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.guard import signed_in


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    roles: dict[int, list[str]] = {}
    for seat in Seat.objects.held_by(person):
        roles.setdefault(seat.review_id, []).append(seat.role)
    rows = [
        {
            "review": review,
            "method": load_method(review.method).title,
            "page": "desk:review" if opens_review(roles[review.pk]) else "desk:progress",
            "roles": [ROLES[role].title for role in roles[review.pk]],
        }
        for review in Review.objects.visible_to(person).select_related("board")
    ]
    return render(request, "desk/pages/reviews.html", {"rows": rows})


def opens_review(roles: list[str]) -> bool:
    """Whether one of these seats opens the review's main page; others see where it is."""
    return any(Can.SEE_REVIEW in ROLES[role].powers for role in roles)
