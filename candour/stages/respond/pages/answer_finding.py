"""The board answers a finding, with its questions beside the form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.respond.actions import answer_finding
from candour.stages.respond.finding_them import address_of, finding_at, place_of_response
from candour.stages.respond.models import AnswerState, Response


class Form(VersionedForm):
    state = forms.ChoiceField(label="Answer", choices=AnswerState.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why", widget=forms.Textarea, help_text="These words will be public, beside the finding."
    )
    answered_on = DayField(label="Answered on")
    dissent = forms.CharField(
        label="Dissent, word for word", widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    dissent_by = forms.CharField(
        label="How the dissenting member signs",
        required=False,
        max_length=120,
        help_text="A role, not a name.",
    )
    look_again_on = DayField(label="The board looks again on", required=False)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if said.get("dissent") and not said.get("dissent_by"):
            self.add_error("dissent_by", "The dissent is not signed. Say how, such as “One member”.")
        return said


@needs(Can.RESPOND)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(review, nth)
    before = getattr(finding, "response", None)
    form = Form(typed(request), initial=_initial(before))
    if request.method == "POST" and form.is_valid():
        try:
            answer_finding(by=viewer, finding=finding, **form.cleaned_data)
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {"state": now.state, "reason": now.reason, "dissent": now.dissent})
        else:
            return redirect(address_of(finding))
    return render(
        request,
        "stages/respond/pages/answer_finding.html",
        {
            "place": place_of_response(finding, viewer, ("Answer", "")),
            "finding": finding,
            "form": form,
            "back": address_of(finding),
        },
    )


def _initial(before: Response | None) -> dict[str, Any]:
    if before is None:
        return {"version": 0}
    return {
        "state": before.state,
        "reason": before.reason,
        "answered_on": spoken_day(before.answered_on),
        "dissent": before.dissent,
        "dissent_by": before.dissent_by,
        "look_again_on": spoken_day(before.look_again_on) if before.look_again_on else "",
        "version": before.version,
    }
