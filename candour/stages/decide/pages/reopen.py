"""A decision not to review is reopened, because facts changed."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import reopen_decision
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of


class Form(forms.Form):
    why = forms.CharField(
        label="What changed?",
        help_text="For example: the second summary came, and says who was seen in March.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reopened_on = HappenedOn(label="Day it is reopened")


@needs(Can.DECIDE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request), initial={"reopened_on": spoken_day(today())})
    not_before(form, "reopened_on", decision.decided_on, "it was decided")
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
