"""The national body records that it holds a review of its own, where the law lets it."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import hold_own_review
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.decide.national_law import allowed_on
from candour.stages.notify.place import place_of


class Form(forms.Form):
    words = forms.CharField(
        label="Why the national body holds it",
        help_text="The board reads this as it stands.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )


@needs(Can.DIRECT, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request))
    back = reverse("decide:decision", args=[notification.in_address])
    power = allowed_on(decision, today()).own
    if request.method == "POST" and form.is_valid():
        hold_own_review(by=request.user, decision=decision, made_on=today(), **form.cleaned_data)
        return redirect(back)
    if power is None:
        raise Trouble(
            "The law of this notification lets the national body hold no review of its own.",
            do="Disagree, or advise.",
        )
    return render(
        request,
        "stages/decide/pages/direct.html",
        {
            "form": form,
            "power": power,
            "title": f"{notification.title}: hold a national review",
            "sentence": "It stands on the record with its reason. No review is opened here.",
            "button": "Record that we hold one",
            "place": place_of(notification, ("Decision", back), "National review"),
            "back": {"title": "Leave without recording", "href": back},
        },
    )
