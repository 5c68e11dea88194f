"""Who was asked whether the facts are right: until when, what they said, what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.report.hearing.reads import state_of
from candour.stages.report.models import ExtractKind
from candour.stages.report.place import place_of, report_at


@needs(Can.SEE_SOURCE, reading="opened_accuracy_rounds")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    extracts = list(report.extracts.filter(kind=ExtractKind.ACCURACY))
    return render(
        request,
        "stages/report/pages/accuracy/rounds.html",
        {
            "review": review,
            "sent": [{"row": one, "state": state_of(one, today())} for one in extracts],
            "open": [one for one in extracts if one.is_open],
            "late": [one for one in extracts if one.is_late(today())],
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, "Accuracy"),
            "print_words": f"Rounds of accuracy, review {review.written_number}",
        },
    )
