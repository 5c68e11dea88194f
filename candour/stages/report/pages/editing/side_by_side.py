"""The open and the closed report beside one another, paragraph by paragraph, with their numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure import Audience, view
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named, source_of
from candour.stages.report.place import place_of, report_at


@needs(Can.SEE_SOURCE, reading="opened_report_source")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    return render(
        request,
        "stages/report/pages/editing/side_by_side.html",
        {
            "review": review,
            "place": place_of(review, request.user, "Side by side"),
            "print_words": f"Report of review {review.written_number}, both readings, restricted",
            **_shown(report),
        },
    )


def _shown(report: Report) -> dict[str, Any]:
    source, cast = source_of(report), fully_named(report.review)
    try:
        public, closed = (view(source, cast, one) for one in Audience)
    except Trouble as trouble:
        return {"trouble": trouble}
    parts = [
        {
            "title": one.title,
            "level": one.level,
            "rows": list(zip(one.paragraphs, other.paragraphs, strict=True)),
        }
        for one, other in zip(public.parts, closed.parts, strict=True)
    ]
    rows = [row for part in parts for row in part["rows"]]  # type: ignore[attr-defined]  # a list of pairs
    return {
        "title": public.title,
        "parts": parts,
        "count": len(rows),
        "closed": sum(bool(one[1].reason) for one in rows),
    }
