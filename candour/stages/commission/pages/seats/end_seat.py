"""A seat ends: the review closes to the person in that role."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.guard import needs
from candour.stages.commission.actions import end_seat
from candour.stages.commission.place import place_in


@needs(Can.MANAGE_SEATS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    seat = get_object_or_404(Seat.objects.current().filter(review=review), pk=pk)
    back = reverse("commission:seats", args=[review.in_address])
    if request.method == "POST":
        end_seat(by=viewer, seat=seat)
        return redirect(back if seat.person != viewer else "desk:tasks")
    return render(
        request,
        "stages/commission/pages/seats/end_seat.html",
        {
            "title": f"End the seat of {seat.person}?",
            "sentence": f"{seat.role_title} on the review of {review.title}.",
            "follows": [
                "The review closes to them at once, unless they have another seat.",
                "What they wrote stays, and the record keeps that they sat.",
                "You can undo this.",
            ],
            "button": "End the seat",
            "place": place_in(review, "End a seat"),
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
