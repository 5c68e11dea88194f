"""Two reviews on the same papers by two methods, side by side, and neither judged."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.comparing.one_method import Column, column_of
from candour.stages.report.comparing.same_papers import Other, others_on_same_papers, rows_both_rest_on
from candour.stages.report.place import place_of


@needs(Can.SEE_ANALYSIS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    others = others_on_same_papers(review, viewer)
    beside = _chosen(others, request.GET.get("with", ""))
    columns: tuple[Column, ...] = ()
    trouble = None
    if beside is not None:
        try:
            both = sorted((review, beside.review), key=lambda one: (one.year, one.number))
            columns = tuple(column_of(one, viewer) for one in both)
        except Trouble as raised:  # a source that is being written may hold a reference that leads nowhere
            trouble = raised
    return render(
        request,
        "stages/report/pages/both_methods.html",
        {
            "review": review,
            "place": place_of(review, viewer, "Both methods"),
            "beside": beside,
            "others": [one for one in others if one is not beside],
            "columns": columns,
            "trouble": trouble,
            "both": rows_both_rest_on(review, beside.review) if beside else 0,
            "print_words": f"Review {review.written_number}, review team only",
        },
    )


def _chosen(others: list[Other], asked: str) -> Other | None:
    """The one that is asked for, or else the one with most papers in common."""
    return next((one for one in others if one.review.in_address == asked), others[0] if others else None)
