"""Words nobody has decided on, and those that somebody has: each with the reason, each to be taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.deciding.words_to_decide import sorts_of
from candour.stages.report.place import place_of, report_at
from candour.stages.report.reads import waiting_words


@needs(Can.SEE_SOURCE, reading="opened_words_to_decide")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    words = waiting_words(report)
    return render(
        request,
        "stages/report/pages/words.html",
        {
            "review": review,
            "words": words,
            "sorts": sorts_of(words),
            "allowed": report.allowed.filter(withdrawn_at=None).order_by("-allowed_at"),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, "Words to decide"),
            "print_words": f"Words to decide, review {review.written_number}, restricted",
        },
    )
