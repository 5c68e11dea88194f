"""Change a finding; whoever saves second sees both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import change_finding
from candour.stages.analysis.finding_form import Form, initial_of
from candour.stages.analysis.finding_them import address_of_finding, finding_at, place_of_finding


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(request, review, nth)
    form = Form(typed(request), review=review, initial=initial_of(finding))
    if request.method == "POST" and form.is_valid():
        said = form.said(finding)
        try:
            change_finding(by=viewer, finding=finding, version=form.cleaned_data["version"], **said)
        except Changed as changed:
            now: Any = changed.now
            # Boxes that are ticked are not words: only words are set side by side.
            words = {name: one for name, one in initial_of(now).items() if isinstance(one, str)}
            form.show_clash(changed, words)
        else:
            return redirect(address_of_finding(finding))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_finding(finding, viewer, ("Change", "")),
            "title": f"Change finding {nth}",
            "sentence": "The record keeps that it was changed, by whom and when.",
            "form": form,
            "button": "Save the finding",
            "back": {"title": "Leave without saving", "href": address_of_finding(finding)},
        },
    )
