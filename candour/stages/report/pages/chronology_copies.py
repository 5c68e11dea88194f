"""Copies of the chronology under pseudonyms: what they are good for, and what they cannot promise."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.seeing.takeaway import KINDS
from candour.stages.report.casting.renamed_chronology import NOT_ALL, renamed_in
from candour.stages.report.place import place_of


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    renamed = renamed_in(request.GET, review)
    return render(
        request,
        "stages/report/pages/chronology_copies.html",
        {
            "review": review,
            "place": place_of(review, request.user, "Chronology under pseudonyms"),  # type: ignore[arg-type]
            "renamed": renamed,
            "people": len(renamed.cast.secret),
            "found": renamed.still_found(),
            "not_all": NOT_ALL,
            "kinds": list(KINDS.items()),
        },
    )
