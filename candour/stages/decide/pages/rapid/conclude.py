"""The next step after the rapid review is written, with its reason."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import conclude_rapid_review
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.models import DecisionOutcome
from candour.stages.decide.pages.rapid.forms import back_to, form_page
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


class Form(forms.Form):
    next_step = forms.ChoiceField(
        label="What comes next", choices=DecisionOutcome.choices, widget=forms.RadioSelect
    )
    reason = forms.CharField(label="Why", widget=forms.Textarea(attrs={"rows": 6}))
    improve = forms.CharField(
        label="What is to improve already",
        help_text="What nobody needs a review to learn.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    concluded_on = HappenedOn(label="Day of the meeting")


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request), initial={"concluded_on": spoken_day(today())})
    not_before(form, "concluded_on", notification.notified_on, "the board was told")
    if request.method == "POST" and form.is_valid():
        conclude_rapid_review(by=request.user, notification=notification, **form.cleaned_data)
        return redirect(back_to(notification))
    return form_page(
        request,
        notification,
        form,
        "What comes next?",
        "This is signed off by those who decide. The decision itself is written apart, with its tests.",
        "Write the next step",
    )
