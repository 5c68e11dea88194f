"""The report as one named person would read it, under the orders that stand."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure import View
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.hearing.reading_orders import closed_view, view_by_order
from candour.stages.report.models import Report
from candour.stages.report.place import place_of, report_at


@needs(Can.SEE_SOURCE, reading="opened_report_source")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    readers = _readers(report)
    who = request.GET.get("who", "")
    who = who if who in readers else next(iter(readers), "")
    return render(
        request,
        "stages/report/pages/editing/reading_as.html",
        {
            "review": review,
            "readers": [(word, called) for word, (called, _) in readers.items()],
            "who": who,
            "called": readers[who][0] if who else "",
            "place": place_of(review, request.user, "As somebody reads it"),
            "print_words": f"Report of review {review.written_number}, as one person reads it, restricted",
            **(_shown(report, who, readers[who][1]) if who else {}),
        },
    )


def _readers(report: Report) -> dict[str, tuple[str, Person | None]]:
    """Whoever has the closed report by a seat, and whom an order names: (what they are called, account)."""
    review = report.review
    people = [seat.person for seat in review.seats.current().select_related("person").order_by("pk")]
    seated = {one.username: (str(one), one) for one in people if may(one, Can.SEE_SOURCE, review)}
    named: dict[str, tuple[str, Person | None]] = {}
    for row in report.orders.filter(withdrawn_at=None).select_related("person", "participant__person"):
        named[row.who] = (str(row.person or row.participant), row.person)
    return {**named, **seated}


def _shown(report: Report, who: str, person: Person | None) -> dict[str, Any]:
    try:
        view = _view(report, who, person)
    except Trouble as trouble:
        return {"trouble": trouble}
    return {"view": view, "count": len([*view.paragraphs]) if view else 0}


def _view(report: Report, who: str, person: Person | None) -> View | None:
    """Whoever has no closed report reads, beside what everybody reads, what orders open to them."""
    if person is not None and may(person, Can.SEE_SOURCE, report.review):
        return closed_view(report, person)
    return view_by_order(report, who)
