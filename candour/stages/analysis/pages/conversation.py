"""One conversation: its notes, their earlier words, and what draws on it. Opening it leaves a line."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.conversations_kept import (
    conversation_at,
    drawn_on_by,
    earlier_of,
    place_of_conversation,
)


@needs(Can.KEEP_CONVERSATIONS, reading="opened_conversation")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    one = conversation_at(request, review, nth)
    episodes, findings = drawn_on_by(one)
    return render(
        request,
        "stages/analysis/pages/conversation.html",
        {
            "place": place_of_conversation(one, viewer),
            "review": review,
            "one": one,
            "earlier": earlier_of(one),
            "episodes": episodes,
            "findings": findings,
            "put_back": "" if one.stands else reverse("analysis:put-conversation-back", args=_of(one)),
            "print_words": f"{review.title}, {review.written_number}, those who review only",
        },
    )


def _of(one: Any) -> list[Any]:
    return [one.review.in_address, one.number]
