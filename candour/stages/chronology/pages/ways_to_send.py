"""For each agency whose return a person may send: its blank return, and the one written on screen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.returns.sending import agencies_for
from candour.stages.chronology.writing.drafts_at import open_drafts, was_given_back


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    drafts = open_drafts(review)
    lines = []
    for agency in agencies_for(viewer, review):
        draft = drafts.get(agency.pk)
        back = draft is not None and was_given_back(draft)
        lines.append({"agency": agency, "draft": draft, "given_back": back})
    returns = ("Returns", reverse("chronology:returns", args=[review.in_address]))
    return render(
        request,
        "stages/chronology/pages/ways_to_send.html",
        {
            "place": place_in(review, viewer, returns, ("Write a return", "")),
            "review": review,
            "lines": lines,
        },
    )
