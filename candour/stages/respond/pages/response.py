"""One finding with its questions, the board's answer beside it, and what the board does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.respond.finding_them import finding_at, may_respond, place_of_response
from candour.stages.respond.models import Action, AnswerState
from candour.stages.respond.rows import row_of


@needs(Can.SEE_RESPONSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(review, nth)
    answer = getattr(finding, "response", None)
    seen = Action.objects.visible_to(viewer).filter(finding=finding).select_related("finding", "owner")
    responds = may_respond(viewer, review)
    titles = dict(AnswerState.choices)
    return render(
        request,
        "stages/respond/pages/response.html",
        {
            "place": place_of_response(finding, viewer),
            "review": review,
            "finding": finding,
            "answer": answer,
            "earlier": [(titles[one["state"]], one) for one in answer.earlier] if answer else [],
            "actions": [row_of(one, today()) for one in seen],
            "may_respond": responds,
            "last": _last_undoable(seen),
            "print_words": f"{review.title}, {review.written_number}, board",
        },
    )


def _last_undoable(actions: Iterable[Action]) -> Action | None:
    """The action that was touched last."""
    standing = [one for one in actions if one.stands]
    return max(standing, key=lambda one: one.looked_at or one.done_at or one.added_at, default=None)
