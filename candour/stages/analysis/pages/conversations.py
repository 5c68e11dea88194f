"""The conversations of a review, without their notes, for those who review alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.analysis.conversations_kept import conversations_of, held_back, place_of_conversations


@needs(Can.KEEP_CONVERSATIONS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    rows = list(conversations_of(review, viewer))
    return render(
        request,
        "stages/analysis/pages/conversations.html",
        {
            "place": place_of_conversations(review, viewer),
            "review": review,
            "rows": rows,
            "standing": [one for one in rows if one.stands],
            "unchecked": [one for one in rows if one.stands and one.checked_back_on is None],
            "waiting": held_back(review, viewer, today()),
            "print_words": f"{review.title}, {review.written_number}, those who review only",
        },
    )
