"""Write a finding, by the questions that the method puts to every finding."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import write_finding
from candour.stages.analysis.finding_form import Form
from candour.stages.analysis.finding_them import address_of_finding, place_of_findings


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), review=review, initial={"version": 1})
    if request.method == "POST" and form.is_valid():
        finding = write_finding(by=viewer, review=review, **form.said())
        return redirect(address_of_finding(finding))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_findings(review, viewer, ("Write a finding", "")),
            "title": "Write a finding",
            "sentence": "A claim about the system, not about this case. The headline is enough to begin.",
            "form": form,
            "button": "Save the finding",
            "back": {
                "title": "Leave without saving",
                "href": reverse("analysis:findings", args=[review.in_address]),
            },
        },
    )
