"""The findings of a review: each claim, and what carries it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.methods import Kind
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.finding_them import may_analyse, place_of_findings
from candour.stages.analysis.models import Finding
from candour.stages.analysis.threads import standing_of
from candour.stages.commission.methods_over_time import titles_of


@needs(Can.SEE_ANALYSIS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    seen = Finding.objects.visible_to(viewer).filter(review=review).select_related("review")
    titles = titles_of(review, Kind.CATEGORY)
    rows = [
        {"finding": one, "standing": standing_of(one), "category": titles.of(one.category)} for one in seen
    ]
    return render(
        request,
        "stages/analysis/pages/findings.html",
        {
            "place": place_of_findings(review, viewer),
            "review": review,
            "rows": rows,
            "moved": sum(
                1 for row in rows if row["standing"].count("changed") or row["standing"].count("withdrawn")
            ),
            "may_analyse": may_analyse(request, review),
            "print_words": f"{review.title}, {review.written_number}, review team only",
        },
    )
