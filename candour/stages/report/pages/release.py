"""The chair, or the judge, orders the release of the draft that was checked."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import load_regime
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import release_report
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.finished_files import title_of
from candour.stages.report.releasing.way_to_release import last_of_another_draft, newest_way


class Form(forms.Form):
    released_on = DayField(label="Day of release")
    corrected = forms.CharField(
        label="What was corrected since the release before",
        help_text="One sentence that everybody reads in the reading room.",
        max_length=400,
    )


@needs(Can.ORDER_RELEASE)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    way = newest_way(report_at(request, review))
    back = reverse("report:check", args=[review.in_address])
    allowed = way.may_release() if way else None
    corrects = last_of_another_draft(way.draft) if way else None
    form = Form(typed(request), initial={"released_on": spoken_day(today())})
    if corrects is None:
        del form.fields["corrected"]
    if request.method == "POST" and way and form.is_valid():
        shown = request.POST.get("shown", "")
        try:
            release_report(by=request.user, draft=way.draft, shown=shown, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect("report:report", review.in_address)
    return render(
        request,
        "stages/report/pages/release.html",
        {
            "form": form if allowed else None,
            "review": review,
            "way": way,
            "corrects": corrects,
            "files": [(file, title_of(file), sha256) for file, sha256 in way.hashes.items()] if way else [],
            "rule": load_regime(review.regime).publication,
            "why_not": allowed.reasons if allowed is not None else ("No draft has been checked yet.",),
            "back": {"title": "See the check", "href": back},
            "place": place_of(review, request.user, "Release"),
        },
    )
