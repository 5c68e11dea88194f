"""Who sits on the review, what each said of their independence, and what the check finds."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.place import place_in
from candour.stages.commission.reads import method_of
from candour.stages.commission.seats_seen import ended_seats, kept_out, lines_at, sitting


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    seats = sitting(review)
    return render(
        request,
        "stages/commission/pages/seats/seats.html",
        {
            "review": review,
            "place": place_in(review, "Who sits on it"),
            "seats": seats,
            "near": sum(bool(one.seat.conflict_declared_at) for one in seats),
            "to_declare": sum(one.waits for one in seats),
            "kept_out": kept_out(review),
            "ended": ended_seats(review),
            "method": method_of(review),
            "may_seat": bool(may(viewer, Can.MANAGE_SEATS, review)),
            "lines_href": lines_at(review, viewer),
            "viewer_key": viewer.pk,
            "print_words": f"{review.title}, {review.written_number}",
        },
    )
