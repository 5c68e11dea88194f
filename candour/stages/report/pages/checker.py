"""A checker reads the finished open report, and says yes, subject to a change, or no, with what was read."""

from __future__ import annotations

from typing import Any

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
from candour.stages.report.models import Checking, Says
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.finished_files import FINDINGS, title_of
from candour.stages.report.releasing.frozen import thawed
from candour.stages.report.releasing.way_to_release import Way, may_check, newest_way


class Form(forms.Form):
    verdict = forms.ChoiceField(
        label="May everybody read this report?", choices=Says.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="What you looked at, and why no if it is no",
        help_text="For example: read all pages of each file for people who could be recognised together.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    wanted = forms.CharField(
        label="The change that is wanted",
        help_text="Only with “Subject to a change”. It counts as not yet, and is made in the next draft.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        wants, wanted = said.get("verdict") == Says.CHANGE, said.get("wanted", "").strip()
        if wants and not wanted:
            self.add_error("wanted", "Say which change is wanted.")
        if said.get("verdict") and wanted and not wants:
            self.add_error("wanted", "Leave this empty, or choose “Subject to a change”.")
        return said


@needs(Can.CHECK_RELEASE, reading="opened_open_draft")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    way = newest_way(report_at(request, review))
    form = Form(typed(request))
    allowed = may_check(request.user, way) if way else None
    frozen = thawed(way.draft.frozen) if way and way.is_clean else None
    if request.method == "POST" and way and form.is_valid():
        shown = request.POST.get("shown", "")
        try:
            check_release(by=request.user, draft=way.draft, shown=shown, **form.cleaned_data)
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
            "files": _files(way) if way else [],
            "asked_before": _asked_before(way) if way else [],
            "told": frozen.told if frozen else (),
            "place": place_of(review, request.user, "For a checker"),
            "print_words": f"Open report before release, review {review.written_number}",
        },
    )


def _files(way: Way) -> list[tuple[str, str]]:
    """Name and title of each file to be read, the whole report first."""
    return [(file, title_of(file)) for file in way.draft.files or way.hashes if file != FINDINGS]


def _asked_before(way: Way) -> list[Checking]:
    """Changes that checkers wanted of earlier drafts."""
    earlier = Checking.objects.filter(draft__report=way.draft.report_id, draft__number__lt=way.draft.number)
    standing = earlier.filter(withdrawn_at=None, verdict=Says.CHANGE)
    return list(standing.select_related("checker", "draft"))
