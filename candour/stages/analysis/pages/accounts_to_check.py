"""For somebody who was there: the accounts of their agency's episodes, and what they said of each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.shared_accounts import shared_with
from candour.stages.chronology.returns.place import place_in


@needs(Can.CHECK_ACCURACY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    rows = [
        (one, one.comments.filter(commented_by=viewer.username).count())
        for one in shared_with(viewer, review)
    ]
    return render(
        request,
        "stages/analysis/pages/accounts_to_check.html",
        {
            "place": place_in(review, viewer, ("Accounts to check", "")),
            "review": review,
            "rows": rows,
            "waiting": sum(1 for _, said in rows if not said),
        },
    )
