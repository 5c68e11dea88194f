"""Who was sent an extract for a reply: until when, what they answered, what came of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.report.hearing.reads import open_replies, state_of
from candour.stages.report.models import ExtractKind
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.way_to_release import release_of


@needs(Can.SEE_SOURCE, reading="opened_replies")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    sent = [
        {"row": one, "state": state_of(one, today())}
        for one in report.extracts.filter(kind=ExtractKind.REPLY)
    ]
    return render(
        request,
        "stages/report/pages/replies/replies.html",
        {
            "review": review,
            "sent": sent,
            "release": release_of(review),
            "open": open_replies(report),
            "late": sum(one["row"].is_late(today()) for one in sent),  # type: ignore[attr-defined]
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, "Right of reply"),
            "print_words": f"Right of reply, review {review.written_number}",
        },
    )
