"""A checker reads the finished open report, and says yes or no with what was looked at."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.disclosure import Audience
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import check_release
from candour.stages.report.frozen import thawed
from candour.stages.report.place import place_of, report_at
from candour.stages.report.way_to_release import may_check, newest_way


class Form(forms.Form):
    verdict = forms.ChoiceField(
        label="May everybody read this report?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="What you looked at, or what must change",
        help_text="For example: read all pages of both files for people who could be recognised together.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@needs(Can.CHECK_RELEASE, reading="opened_open_draft")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    way = newest_way(report_at(request, review))
    form = Form(typed(request))
    allowed = may_check(request.user, way) if way else None
    frozen = thawed(way.draft.frozen) if way and way.is_clean else None
    if request.method == "POST" and way and form.is_valid():
        said = form.cleaned_data
        try:
            check_release(by=request.user, draft=way.draft, verdict=said["verdict"], words=said["words"])
        except Trouble as trouble:
            form.add_error(None, trouble.what)
        else:
            return redirect("report:check", review.in_address)
    return render(
        request,
        "stages/report/pages/checker.html",
        {
            "form": form if allowed else None,
            "review": review,
            "way": way,
            "why_not": allowed.reasons if allowed is not None else (),
            "own": [one for one in way.checkings if one.checker_id == request.user.pk] if way else [],
            "shown": frozen.view(Audience.OPEN) if frozen else None,
            "told": frozen.told if frozen else (),
            "place": place_of(review, request.user, "For a checker"),
            "print_words": f"Open report before release, review {review.written_number}",
        },
    )
