"""How long each thing took, from whoever surely held it first to each other agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.knowledge.download_links import download_links
from candour.stages.chronology.knowledge.times_taken import says_of, times_of
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.paging import paged


@needs(Can.SEE_CHRONOLOGY, reading="opened_information_flow")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    flow = reverse("chronology:flow", args=[review.in_address])
    steps = ("Chronology", chronology), ("Information flow", flow), ("How long things took", "")
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, *steps),
        "print_words": f"Review {review.written_number}, how long things took, for the review team",
    }
    if whole.chronology.entries:
        found = times_of(whole)
        said |= {
            "found": found,
            "says": says_of(found),
            "ways": paged(found.ways, request.GET, "ways"),
            "facts": paged(found.facts, request.GET, "facts"),
            "downloads": download_links(viewer, review, "chronology:download-times-taken"),
        }
    return render(request, "stages/chronology/pages/times_taken.html", said)
