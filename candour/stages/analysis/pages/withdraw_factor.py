"""Withdraw a factor, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import withdraw_factor
from candour.stages.analysis.finding_them import factor_at, place_of_episodes
from candour.stages.analysis.withdraw_form import ask_why


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    factor = factor_at(request, review, pk)
    return ask_why(
        request,
        "this factor",
        place_of_episodes(review, viewer, ("Withdraw a factor", "")),
        reverse("analysis:episodes", args=[review.in_address]),
        lambda why: withdraw_factor(by=viewer, factor=factor, why=why),
    )
