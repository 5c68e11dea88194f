"""What a corrected return changed: counts, each row that is another now, and the way back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.corrections.superseded import why_it_stays
from candour.stages.chronology.corrections.what_changed import FIRST, Changes
from candour.stages.chronology.returns.place import place_of_return, return_at


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    if sent.corrects is None:
        raise Http404
    changes = None
    if sent.changes:
        changes = Changes(sent, viewer, None if "all" in request.GET else FIRST)
    return render(
        request,
        "stages/chronology/pages/return_changes.html",
        {
            "place": place_of_return(sent, viewer, ("What changed", "")),
            "sent": sent,
            "review": review,
            "changes": changes,
            "why_it_stays": why_it_stays(sent) if changes else "",
            "may_send": bool(may(viewer, Can.SEND_RETURN, sent)),
        },
    )
