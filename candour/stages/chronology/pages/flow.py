"""Information flow: who told whom, what was told and is in no record, and names that match no agency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.knowledge import NEAR
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.knowledge.download_links import download_links
from candour.stages.chronology.knowledge.telling_matrix import apart, matrix_of, matrix_svg, says_of
from candour.stages.chronology.models import AgencyName
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.paging import paged


@needs(Can.SEE_CHRONOLOGY, reading="opened_information_flow")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", chronology), ("Information flow", "")),
        "print_words": f"Review {review.written_number}, information flow, for the review team",
    }
    if whole.chronology.entries:
        found = matrix_of(whole)
        said |= {
            "found": found,
            "says": says_of(found),
            "drawing": mark_safe(matrix_svg(found)) if found.pairs else "",
            "apart": apart(found),
            "near": NEAR,
            "pairs": paged(found.pairs, request.GET, "pairs"),
            "unrecorded": paged(found.unrecorded, request.GET, "unrecorded"),
            "names": paged(found.names, request.GET, "names"),
            "may_name": bool(may(viewer, Can.FIX_HELD_ROWS, AgencyName(review=review))),
            "downloads": download_links(viewer, review, "chronology:download-flow"),
        }
    return render(request, "stages/chronology/pages/flow.html", said)
