"""An agency is asked for a summary of what it knew, by a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import ask_for_summary
from candour.stages.decide.days import HappenedOn
from candour.stages.decide.pages.rapid.forms import back_to, form_page
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.agencies import agencies_nearest_first


class Form(forms.Form):
    agency = forms.ModelChoiceField(label="Agency", queryset=Organisation.objects.none())
    asked_on = HappenedOn(label="Asked on")
    due_on = DayField(label="Due", help_text="The day by which its summary is to be here.")

    def __init__(self, *rest: Any, notification: Notification, **more: Any) -> None:
        super().__init__(*rest, **more)
        agency: Any = self.fields["agency"]
        asked = notification.summaries.filter(withdrawn_at=None).values("agency")
        agency.queryset = agencies_nearest_first(notification.board).exclude(pk__in=asked)

    def clean(self) -> Any:
        kept = super().clean()
        asked, due = self.cleaned_data.get("asked_on"), self.cleaned_data.get("due_on")
        if asked and due and due < asked:
            self.add_error("due_on", "This is before the day on which it is asked. Give a later day.")
        return kept


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request), notification=notification, initial={"asked_on": spoken_day(today())})
    if request.method == "POST" and form.is_valid():
        ask_for_summary(by=request.user, notification=notification, **form.cleaned_data)
        return redirect(back_to(notification))
    return form_page(
        request,
        notification,
        form,
        "Ask an agency for its summary",
        "What it knew of the child and the family, what it makes of that, and what it made safe at once.",
        "Record that it is asked",
    )
