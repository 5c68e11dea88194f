"""Choose the entries that carry a finding: their words are frozen as they are today."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import rest_on_entry
from candour.stages.analysis.choosing import choices_in, entries_in
from candour.stages.analysis.episode_form import agencies_in
from candour.stages.analysis.finding_them import address_of_finding, finding_at, place_of_finding

NONE_TICKED = "No entry is ticked. Tick those that carry the finding."


class Form(forms.Form):
    """Which entries are listed: of the finding's episodes, or of the whole chronology."""

    agency = forms.CharField(required=False)
    words = forms.CharField(required=False)
    everything = forms.BooleanField(required=False)


@needs(Can.ANALYSE, reading="opened_chronology")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(request, review, nth)
    taken = list(finding.evidence.filter(withdrawn_at=None).values_list("entry", flat=True))
    form = Form(request.GET)
    form.is_valid()
    if request.method == "POST":
        ticked = [one for one in entries_in(review, request.POST.getlist("entries")) if one.pk not in taken]
        for entry in ticked:
            rest_on_entry(by=viewer, finding=finding, entry=entry)
        if ticked:
            return redirect(address_of_finding(finding))
        form.add_error(None, NONE_TICKED)
    shown = form.cleaned_data
    among = ~Q(pk__in=taken)
    if not shown["everything"] and finding.episodes.exists():
        among &= Q(episodes__in=finding.episodes.all())
    return render(
        request,
        "stages/analysis/pages/rest_on_entries.html",
        {
            "place": place_of_finding(finding, viewer, ("Choose entries", "")),
            "finding": finding,
            "form": form,
            "shown": shown,
            "choices": choices_in(review, (), agency=shown["agency"], words=shown["words"], among=among),
            "agencies": agencies_in(review),
            "back": address_of_finding(finding),
        },
    )
