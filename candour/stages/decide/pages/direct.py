"""The national body directs that a review be held, by a day, where the law gives it that power."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import direct_review
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.decide.national_law import allowed_on
from candour.stages.notify.place import place_of


class Form(forms.Form):
    words = forms.CharField(
        label="Reasons",
        help_text="Which test you read otherwise than the board, and what it rests on.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    due_on = DayField(label="The review is commissioned by")

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < today():
            raise forms.ValidationError("This day has passed. Give the board time to commission it.")
        return day


@needs(Can.DIRECT, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request))
    back = reverse("decide:decision", args=[notification.in_address])
    power = allowed_on(decision, today()).direct
    if request.method == "POST" and form.is_valid():
        direct_review(by=request.user, decision=decision, made_on=today(), **form.cleaned_data)
        return redirect(back)
    if power is None:
        raise Trouble("The law of this notification gives no power to direct.", do="Disagree, or advise.")
    return render(
        request,
        "stages/decide/pages/direct.html",
        {
            "form": form,
            "power": power,
            "title": f"{notification.title}: direct that a review is held",
            "sentence": "The board may then commission it at once, and its clocks start today. "
            "The board’s own decision stays on the record.",
            "button": "Direct that a review is held",
            "place": place_of(notification, ("Decision", back), "Direct"),
            "back": {"title": "Leave without directing", "href": back},
        },
    )
