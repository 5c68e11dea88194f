"""Who was given which closed copy: its number, day, format, the hash of its bytes, and what became of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.models import ClosedCopy
from candour.stages.report.place import place_of, report_at


@needs(Can.SEE_SOURCE, reading="opened_list_of_closed_copies")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    copies = list(ClosedCopy.objects.visible_to(request.user).filter(report=report))
    return render(
        request,
        "stages/report/pages/copies/copies.html",
        {
            "review": review,
            "copies": copies,
            "out": sum(1 for one in copies if not one.ended),
            "place": place_of(review, request.user, "Closed copies"),
            "print_words": f"Closed copies, review {review.written_number}",
        },
    )
