"""A decision not to review is reopened, because facts changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import reopen_decision
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of


class Form(forms.Form):
    why = forms.CharField(
        label="What changed?",
        help_text="For example: the second summary came, and says that the child was seen in March.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reopened_on = DayField(label="Day it is reopened")

    def __init__(self, *rest: Any, decision: Decision, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.decision = decision

    def clean_reopened_on(self) -> Any:
        day = self.cleaned_data["reopened_on"]
        if day and day < self.decision.decided_on:
            decided = spoken_day(self.decision.decided_on)
            raise forms.ValidationError(f"It was decided on {decided}. Give that day or a later one.")
        return day


@needs(Can.DECIDE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request), decision=decision, initial={"reopened_on": spoken_day(today())})
    if request.method == "POST" and form.is_valid():
        reopen_decision(by=request.user, decision=decision, **form.cleaned_data)
        return redirect("decide:tests", notification.in_address)
    back = reverse("decide:decision", args=[notification.in_address])
    return render(
        request,
        "stages/decide/pages/reopen.html",
        {
            "form": form,
            "title": f"Reopen the decision on {notification.title}?",
            "sentence": "For when facts have changed since.",
            "follows": [
                "This decision stays on the record with all that was said to it.",
                "The tests can be answered anew, and a new decision is written.",
                "You can undo this until the new decision is made.",
            ],
            "button": "Reopen the decision",
            "place": place_of(notification, ("Decision", back), "Reopen"),
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
