"""Rows of one agency that may tell of one thing twice: listed as questions, never removed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.accounts.proposals import Proposals
from candour.stages.chronology.pages.links import listed


@needs(Can.SEE_CHRONOLOGY, reading="opened_duplicates")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    found = Proposals.within_one(review, whole_of(review))
    said = {
        "title": "Possible duplicates",
        "nouns": "possible duplicate,possible duplicates",
        "first_heading": "One row",
        "second_heading": "Another row of the same agency",
        "none": "No two rows of one agency seem to tell of one thing twice.",
    }
    return render(request, "stages/chronology/pages/links.html", listed(request, found) | said)
