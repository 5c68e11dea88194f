"""The chronology to take away: as which kinds of file, of all rows or of the view one came from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.asked import seen_in
from candour.stages.chronology.seeing.takeaway import KINDS


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    asked = seen_in(request.GET, review)
    query = f"?{asked.window.query}" if asked.window else ""
    chronology = reverse("chronology:chronology", args=[review.in_address])
    return render(
        request,
        "stages/chronology/pages/downloads.html",
        {
            "review": review,
            "place": place_in(review, viewer, ("Chronology", f"{chronology}{query}"), ("Download", "")),
            "asked": asked,
            "total": len(asked.whole.chronology.entries),
            "query": query,
            "kinds": [(name, kind) for name, kind in KINDS.items()],
            "takes": bool(may(viewer, Can.TAKE_CHRONOLOGY_AWAY, review)),
            "pseudonymous": _pseudonymous(review, query),
        },
    )


def _pseudonymous(review: Review, query: str) -> str:
    """Where copies under pseudonyms are had: a later stage has the cast. Nothing where there is none."""
    try:
        return reverse("report:chronology-copies", args=[review.in_address]) + query
    except NoReverseMatch:
        return ""
