"""An edition as its readers would see it today, and what it lacks."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure import Audience, Edition, Part, view
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.editing.source_rows import CALLED
from candour.stages.report.editing.titles import shown_title
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named, source_of
from candour.stages.report.place import place_of, report_at

BOXES = 7
"""Of a seven-minute briefing, which is one page."""
PAGES = {str(one): one for one in CALLED}


@needs(Can.SEE_SOURCE, reading="opened_report_source")
def page(request: HttpRequest, review: Review, edition: str) -> HttpResponse:
    if edition not in PAGES:
        raise Http404
    report, which = report_at(request, review), PAGES[edition]
    called = CALLED[which]
    return render(
        request,
        "stages/report/pages/editing/edition.html",
        {
            "review": review,
            "report": report,
            "edition": edition,
            "called": called,
            "is_briefing": which is Edition.BRIEFING,
            "boxes": BOXES,
            "others": [(str(one), words) for one, words in CALLED.items()],
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, called.capitalize()),
            "print_words": f"Report of review {review.written_number}, {called}, not released",
            **_shown(report, which),
        },
    )


def _shown(report: Report, edition: Edition) -> dict[str, Any]:
    source, cast = source_of(report), fully_named(report.review)
    parts = [part for part in source.parts if any(one.stands_in(edition) for one in part.paragraphs)]
    try:
        shown = view(source, cast, Audience.OPEN, edition=edition)
    except Trouble as trouble:
        return {"trouble": trouble, "filled": len(parts), "count": 0, "titles": _titles(parts, report)}
    return {"shown": shown, "filled": len(parts), "count": len([*shown.paragraphs])}


def _titles(parts: list[Part], report: Report) -> list[str]:
    return [shown_title(report, part.title) for part in parts]
