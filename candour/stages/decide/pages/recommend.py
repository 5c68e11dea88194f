"""What a sub-group recommends is recorded, with its votes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import record_recommendation
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.models import DecisionOutcome
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


class Form(forms.Form):
    group = forms.CharField(
        label="Who recommends", help_text="For example, Serious case review sub-group.", max_length=120
    )
    made_on = HappenedOn(label="Day of the meeting")
    outcome = forms.ChoiceField(
        label="What it recommends", choices=DecisionOutcome.choices, widget=forms.RadioSelect
    )
    votes_for = forms.IntegerField(label="Votes for", min_value=0, max_value=99, required=False)
    votes_against = forms.IntegerField(label="Votes against", min_value=0, max_value=99, required=False)
    abstained = forms.IntegerField(label="Abstained", min_value=0, max_value=99, required=False)
    reason = forms.CharField(label="Its reason", required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def clean(self) -> Any:
        kept = super().clean()
        votes = [self.cleaned_data.get(name) for name in ("votes_for", "votes_against")]
        if votes.count(None) == 1:
            self.add_error("votes_for", "Give both counts, or leave both empty.")
        return kept


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request))
    not_before(form, "made_on", notification.notified_on, "the board was told")
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        record_recommendation(by=request.user, notification=notification, **form.cleaned_data)
        return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{notification.title}: what is recommended?",
            "sentence": "The sub-group recommends. Who decides is told apart from it.",
            "button": "Record the recommendation",
            "place": place_of(notification, ("Tests", back), "Recommendation"),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
