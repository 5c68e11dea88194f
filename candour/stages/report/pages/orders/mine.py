"""What an order opens to oneself: these paragraphs and nothing else, on a page or as a copy of one's own."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import read
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.report.actions.copies import take_copy_by_order
from candour.stages.report.hearing.closed_copies import FILES, FORMATS
from candour.stages.report.hearing.reading_orders import opened_to, view_by_order
from candour.stages.report.models import Report
from candour.stages.report.releasing.downloads import download


@needs(Can.SEE_PROGRESS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = _report_for(viewer, review)
    read("opened_paragraphs_by_order", by=viewer, on=review)
    try:
        view, trouble = view_by_order(report, viewer.username), ""
    except Trouble as told:
        view, trouble = None, told.what
    return render(
        request,
        "stages/report/pages/orders/mine.html",
        {
            "review": review,
            "view": view,
            "trouble": trouble,
            "count": sum(1 for _ in view.paragraphs) if view else 0,
            "formats": [(f"report.{word}", title) for word, title in FORMATS],
            "place": [("Reviews", "/reviews/"), (review.title, _progress(review)), ("For you, by order", "")],
            "print_words": f"By order, for {viewer}, review {review.written_number}",
        },
    )


@needs(Can.SEE_PROGRESS)
def copy(request: HttpRequest, review: Review, name: str) -> HttpResponse:
    """By its button only: each press makes a copy with a number of its own."""
    viewer: Any = request.user
    report = _report_for(viewer, review)
    if name not in FILES:
        raise Http404
    if request.method != "POST":
        return redirect("report:mine", review.in_address)
    made, content = take_copy_by_order(by=viewer, report=report, format=FILES[name], given_on=today())
    return download(content, f"{review.in_address}-copy-{made.number}.{made.format}")


def _report_for(viewer: Any, review: Review) -> Report:
    """404 for whom no order opens anything: whether there are orders is not theirs to know."""
    report = Report.objects.filter(review=review).select_related("review").first()
    if report is None or not opened_to(report, viewer.username):
        raise Http404
    return report


def _progress(review: Review) -> str:
    return reverse("desk:progress", args=[review.in_address])
