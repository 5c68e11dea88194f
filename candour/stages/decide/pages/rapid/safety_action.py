"""Something that makes children safe now is recorded: what, who, by when."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import record_safety_action
from candour.stages.decide.pages.rapid.forms import back_to, form_page
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


class Form(forms.Form):
    what = forms.CharField(label="What is done", widget=forms.Textarea(attrs={"rows": 3}))
    who = forms.CharField(label="Who does it", help_text="A role or an agency.", max_length=200)
    due_on = DayField(label="By when")


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        record_safety_action(by=request.user, notification=notification, **form.cleaned_data)
        return redirect(back_to(notification))
    return form_page(
        request,
        notification,
        form,
        "What is made safe at once?",
        "For other children too: a home, a service or a practice that is unsafe now.",
        "Record it",
    )
