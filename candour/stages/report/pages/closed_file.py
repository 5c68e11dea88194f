"""One's own copy of the closed report, with real names: made once by a button, numbered, marked and noted."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.report.actions.copies import take_own_copy
from candour.stages.report.hearing.closed_copies import FILES, FORMATS
from candour.stages.report.hearing.place import address
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.downloads import download


@needs(Can.SEE_SOURCE, reading="opened_own_copy")
def page(request: HttpRequest, review: Review, name: str) -> HttpResponse:
    viewer: Any = request.user
    report = report_at(request, review)
    if name not in FILES:
        raise Http404
    trouble = None
    if request.method == "POST":
        try:
            copy, content = take_own_copy(by=viewer, report=report, format=FILES[name], given_on=today())
        except Trouble as told:
            trouble = told
        else:
            return download(content, f"{review.in_address}-copy-{copy.number}.{copy.format}")
    own = report.copies.filter(person=viewer, ended="").count()
    return render(
        request,
        "stages/report/pages/copies/own.html",
        {
            "review": review,
            "trouble": trouble,
            "next": (report.copies.last().number if report.copies.exists() else 0) + 1,
            "own": own,
            "formats": [(f"report.{word}", title) for word, title in FORMATS],
            "place": place_of(review, viewer, ("Closed copies", address("copies", review)), "Your own"),
        },
    )
