"""Two drafts, or a draft and today: what was added and what was taken out, word by word."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure import Source
from candour.domain.identity import Cast
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.editing.differences import changes_between
from candour.stages.report.models import Draft, Report
from candour.stages.report.one_source import fully_named, source_of
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.frozen import thawed

TODAY = "today"


@needs(Can.SEE_SOURCE, reading="opened_report_source")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    drafts = {str(one.number): one for one in report.drafts.order_by("number")}
    before = _chosen(request.GET.get("before"), drafts, next(reversed(drafts), TODAY))
    after = _chosen(request.GET.get("after"), drafts, TODAY)
    readings = (_of(one, drafts, report) for one in (before, after))
    return render(
        request,
        "stages/report/pages/editing/compare.html",
        {
            "review": review,
            "choices": [*((word, f"draft {word}") for word in drafts), (TODAY, "today")],
            "drafts": drafts,
            "before": before,
            "after": after,
            "changes": changes_between(*readings) if drafts else (),
            "place": place_of(review, request.user, "What changed"),
            "print_words": f"Report of review {review.written_number}, source, restricted",
        },
    )


def _chosen(word: Any, drafts: dict[str, Draft], usual: str) -> str:
    return word if word in drafts or word == TODAY else usual


def _of(word: str, drafts: dict[str, Draft], report: Report) -> tuple[Source, Cast]:
    if word == TODAY:
        return source_of(report), fully_named(report.review)
    frozen = thawed(drafts[word].frozen)
    return frozen.source, frozen.cast
