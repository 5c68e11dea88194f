"""The day on which the board told the national body of a decision."""

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
from candour.stages.decide.actions import tell_national_body
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of


class Form(forms.Form):
    told_on = HappenedOn(label="Day it is told")


@needs(Can.DECIDE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request), initial={"told_on": spoken_day(today())})
    not_before(form, "told_on", decision.decided_on, "it was decided")
    back = reverse("decide:decision", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        tell_national_body(by=request.user, decision=decision, told_on=form.cleaned_data["told_on"])
        return redirect(back)
    return render(
        request,
        "stages/decide/pages/tell.html",
        {
            "form": form,
            "title": f"Was the national body told of the decision on {notification.title}?",
            "sentence": "It reads a decision from the day it is recorded. This is the day the board told it.",
            "follows": [
                "The clock to tell it stops on this day.",
                "It reads the notification with its names, every answer, reason and dissent.",
                "It may question the decision, agree, disagree or advise, and direct where the law lets it.",
            ],
            "button": "Record that it was told",
            "place": place_of(notification, ("Decision", back), "Tell the national body"),
            "back": {"title": "Not yet", "href": back},
        },
    )
