"""The undo of the end of a seat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.actions import take_back_end_of_seat


@needs(Can.MANAGE_SEATS)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seat = get_object_or_404(review.seats.exclude(ended_at=None), pk=pk)
    take_back_end_of_seat(by=request.user, seat=seat)
    return redirect("commission:seats", review.in_address)
