"""The report at a glance: released or not and why, its parts, and what waits."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.methods import Kind
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.methods_over_time import titles_of
from candour.stages.report.comparing.same_papers import others_on_same_papers
from candour.stages.report.editing.titles import shown_title
from candour.stages.report.editing.uses import is_of_earlier_method
from candour.stages.report.hearing.links import hearing_links
from candour.stages.report.models import Release, Report
from candour.stages.report.one_source import cast_of, frozen_of, numbered_parts
from candour.stages.report.place import place_of
from candour.stages.report.reads import report_of, waiting_words
from candour.stages.report.releasing.way_to_release import Way, newest_way, release_of


@needs(Can.SEE_OPEN_DRAFT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_of(review)
    way = newest_way(report) if report else None
    source = report is not None and bool(may(request.user, Can.SEE_SOURCE, review))
    return render(
        request,
        "stages/report/pages/report.html",
        {
            "review": review,
            "report": report,
            "place": place_of(review, request.user),
            "title": shown_title(report) if report else "",
            "way": way,
            "open_files": way.open_files if way else [],
            "release": release_of(review),
            "withdrawn": Release.objects.filter(report__review=review, withdrawn_at__isnull=False),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "may_order": bool(may(request.user, Can.ORDER_RELEASE, review)),
            "sees_source": source,
            "both_methods": bool(others_on_same_papers(review, request.user)),  # type: ignore[arg-type]
            "hearing": hearing_links(report, request.user) if report else [],  # type: ignore[arg-type]
            "print_words": f"Report of review {review.written_number}",
            **(_source(report, way) if source and report else {}),
        },
    )


def _source(report: Report, way: Way | None) -> dict[str, Any]:
    """For those who may see the source: numbers only, no words of it."""
    titles = titles_of(report.review, Kind.PART)
    parts = [
        {
            "before": is_of_earlier_method(one.part, titles),
            "number": one.part.number,
            "level": one.part.level,
            "title": shown_title(report, one.part.title),
            "paragraphs": len(one.paragraphs),
            "closed": sum(paragraph.is_closed for _, paragraph in one.paragraphs),
            "first": next((number for number, _ in one.paragraphs if number), None),
            "last": max((number for number, _ in one.paragraphs if number), default=None),
        }
        for one in numbered_parts(report)
    ]
    changed = way is not None and frozen_of(report).sha256 != way.draft.sha256
    return {
        "parts": parts,
        "paragraphs": sum(one["paragraphs"] for one in parts),
        "closed": sum(one["closed"] for one in parts),
        "cast": cast_of(report.review).people,
        "unnamed": [one for one in cast_of(report.review).people if not one.pseudonym],
        "words": waiting_words(report),
        "changed_since": changed,
    }
