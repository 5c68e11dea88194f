"""Change a factor, or take it back while no finding rests on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import change_factor
from candour.stages.analysis.factor_form import Form, initial_of
from candour.stages.analysis.finding_them import factor_at, place_of_episodes


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    factor = factor_at(request, review, pk)
    home = reverse("analysis:episodes", args=[review.in_address])
    form = Form(typed(request), review=review, initial=initial_of(factor))
    if request.method == "POST" and form.is_valid():
        try:
            change_factor(by=viewer, factor=factor, version=form.cleaned_data["version"], **form.said())
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"words": now.words, "group": now.group})
        else:
            return redirect(home)
    rests = factor.findings.filter(withdrawn_at=None).exists()
    return render(
        request,
        "stages/analysis/pages/change_factor.html",
        {
            "place": place_of_episodes(review, viewer, ("Change a factor", "")),
            "title": "Change a factor",
            "sentence": factor.words,
            "form": form,
            "button": "Save the factor",
            "back": {"title": "Leave without saving", "href": home},
            "take_back": ""
            if rests
            else reverse("analysis:take-back-factor", args=[review.in_address, factor.pk]),
            "withdraw": reverse("analysis:withdraw-factor", args=[review.in_address, factor.pk]),
        },
    )
