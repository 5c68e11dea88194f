"""Withdraw an action, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.withdraw_form import ask_why
from candour.stages.respond.actions import withdraw_action
from candour.stages.respond.finding_them import action_at, address_of, place_of_response


@needs(Can.RESPOND)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    return ask_why(
        request,
        "this action",
        place_of_response(action.finding, viewer, ("Withdraw", "")),
        address_of(action.finding),
        lambda why: withdraw_action(by=viewer, action=action, why=why),
    )
