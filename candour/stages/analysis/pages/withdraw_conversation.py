"""Withdraw a conversation, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import withdraw_conversation
from candour.stages.analysis.conversations_kept import (
    address_of_conversation,
    conversation_at,
    place_of_conversation,
)
from candour.stages.analysis.withdraw_form import ask_why


@needs(Can.KEEP_CONVERSATIONS)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    one = conversation_at(request, review, nth)
    return ask_why(
        request,
        f"conversation {nth}",
        place_of_conversation(one, viewer, ("Withdraw", "")),
        address_of_conversation(one),
        lambda why: withdraw_conversation(by=viewer, conversation=one, why=why),
    )
