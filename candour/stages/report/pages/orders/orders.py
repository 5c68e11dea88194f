"""Who may read what by order, and what somebody asks to have withheld: each with its reasons, kept."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.hearing.place import numbers_of
from candour.stages.report.hearing.reading_orders import changed_since
from candour.stages.report.hearing.reads import open_applications
from candour.stages.report.hearing.who_rules import rules, ruling_title
from candour.stages.report.models import ReadingOrder, Report
from candour.stages.report.place import place_of, report_at


@needs(Can.HEAR, reading="opened_orders")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    applications = report.applications.prefetch_related("paragraphs", "rulings")
    return render(
        request,
        "stages/report/pages/orders/orders.html",
        {
            "review": review,
            "orders": [_shown(report, one) for one in report.orders.prefetch_related("parts")],
            "applications": [(one, numbers_of(report, one.paragraphs.all())) for one in applications],
            "waiting": len(open_applications(report)),
            "standing": report.orders.filter(withdrawn_at=None).count(),
            "may_rule": rules(request.user, review),  # type: ignore[arg-type]
            "who_rules": ruling_title(review),
            "place": place_of(review, request.user, "Orders"),
            "print_words": f"Orders, review {review.written_number}",
        },
    )


def _shown(report: Report, order: ReadingOrder) -> dict[str, object]:
    named = list(order.paragraphs.prefetch_related("under"))
    changed = [one for one in named if order.may_read and changed_since(order, one)]
    return {
        "row": order,
        "numbers": numbers_of(report, named),
        "parts": [one.number for one in order.parts.all()],
        "changed": numbers_of(report, changed),
    }
