"""One's own account: posts and seats, password, authenticator, conflicts declared, and how one is reached."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.pages.reaching.calendars import SHOWN_ONCE
from candour.desk.pages.reviews import opens_review
from candour.kernel.outbox.models import Wish
from candour.kernel.people.models import Post
from candour.kernel.reviews.models import Seat
from candour.kernel.web.guard import signed_in


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    seats = list(Seat.objects.held_by(person).select_related("review", "agency"))
    open_to = {seat.review_id for seat in seats if opens_review([seat.role])}
    return render(
        request,
        "desk/pages/account.html",
        {
            "posts": Post.objects.held_by(person).select_related("organisation"),
            "seats": [
                {
                    "seat": seat,
                    "page": "desk:review" if seat.review_id in open_to else "desk:progress",
                }
                for seat in seats
            ],
            "conflicts": person.seats.current().exclude(conflict_declared_at=None).select_related("review"),
            "wish": Wish.objects.visible_to(person).filter(person=person).first(),
            "calendar_address": _calendar_address(request),
            "has_password": person.has_usable_password(),
            "has_authenticator": is_mfa_enabled(person),
        },
    )


def _calendar_address(request: HttpRequest) -> str:
    """The address that was just made, once: nobody can read it again from what is kept."""
    token = request.session.pop(SHOWN_ONCE, "")
    return request.build_absolute_uri(reverse("desk:calendar", args=[token])) if token else ""
