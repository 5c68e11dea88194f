"""What an action was seen to change, or that nothing was seen, and from what that is known."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.respond.actions import record_effect
from candour.stages.respond.finding_them import action_at, address_of, place_of_response
from candour.stages.respond.models import Action


class Form(VersionedForm):
    effect = forms.CharField(
        label="What changed?",
        widget=forms.Textarea,
        help_text="“Nothing that we could see” is an answer.",
    )
    source = forms.CharField(label="Where that is known from", max_length=400, required=False)
    looked_on = DayField(label="Looked on")
    look_again_on = DayField(label="Look again on", required=False)

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        looked, again = said.get("looked_on"), said.get("look_again_on")
        if looked and again and again < looked:
            self.add_error("look_again_on", "This day lies before the one you looked on. Give a later day.")
        return said


@needs(Can.RESPOND)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    form = Form(typed(request), initial={**_effect_of(action), "version": action.version})
    if request.method == "POST" and form.is_valid():
        try:
            record_effect(by=viewer, action=action, **form.cleaned_data)
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, _effect_of(now))
        else:
            return redirect(address_of(action.finding))
    return render(
        request,
        "stages/respond/pages/record_effect.html",
        {
            "place": place_of_response(action.finding, viewer, ("Effect", "")),
            "title": "Has it changed anything?",
            "sentence": action.words,
            "will_know": action.will_know,
            "form": form,
            "button": "Record what changed",
            "back": {"title": "Leave without saving", "href": address_of(action.finding)},
            "withdraw": reverse("respond:withdraw-action", args=[review.in_address, pk]),
        },
    )


def _effect_of(action: Action) -> dict[str, Any]:
    day = spoken_day(action.looked_on) if action.looked_on else ""
    return {"effect": action.effect, "source": action.effect_source, "looked_on": day}
