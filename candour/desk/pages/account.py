"""One's own account: name, posts and seats, password, authenticator, and conflicts one declared."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Post
from candour.kernel.reviews.models import Seat
from candour.kernel.web.guard import signed_in


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    seats = Seat.objects.held_by(person).select_related("review", "agency")
    return render(
        request,
        "desk/pages/account.html",
        {
            "posts": Post.objects.held_by(person).select_related("organisation"),
            "seats": [
                {
                    "seat": seat,
                    "page": "desk:review" if may(person, Can.SEE_REVIEW, seat.review) else "desk:progress",
                }
                for seat in seats
            ],
            "conflicts": person.seats.current().exclude(conflict_declared_at=None).select_related("review"),
            "has_password": person.has_usable_password(),
            "has_authenticator": is_mfa_enabled(person),
        },
    )
