"""What is done to a draft by its button only: taken back from the senior, put aside, taken up again."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions.drafts import (
    take_back_handing_in,
    take_back_withdrawal_of_draft,
    withdraw_draft,
)
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.writing.drafts_at import draft_put_aside, draft_to_write


@needs(Can.SEND_RETURN)
@require_POST
def take_back(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    take_back_handing_in(by=viewer, draft=draft_to_write(viewer, review, agency))
    return redirect("chronology:write-return", review.in_address, agency)


@needs(Can.SEND_RETURN)
def put_aside(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    draft = draft_to_write(viewer, review, agency)
    here = reverse("chronology:write-return", args=[review.in_address, agency])
    if request.method == "POST":
        withdraw_draft(by=viewer, draft=draft)
        return redirect(here)
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_in(review, viewer, (str(draft.agency), here), ("Put aside", "")),
            "title": f"Put aside the draft of {draft.agency}",
            "sentence": "You may begin anew. What was typed stays, and can be taken up again.",
            "follows": ["Nothing of it has counted, so nothing leaves the chronology."],
            "button": "Put this draft aside",
            "back": {"title": "Go on writing", "href": here},
        },
    )


@needs(Can.SEND_RETURN)
@require_POST
def take_up(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    take_back_withdrawal_of_draft(by=viewer, draft=draft_put_aside(viewer, review, agency))
    return redirect("chronology:write-return", review.in_address, agency)
