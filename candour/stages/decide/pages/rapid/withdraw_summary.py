"""Asking an agency is taken back, with the reason."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import withdraw_summary_asked
from candour.stages.decide.models import SummaryAsked
from candour.stages.decide.pages.rapid.forms import back_to, form_page, row_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


class Form(forms.Form):
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    asked = row_of(request, notification, SummaryAsked, pk, withdrawn_at=None)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        withdraw_summary_asked(by=request.user, asked=asked, why=form.cleaned_data["why"])
        return redirect(back_to(notification))
    return form_page(
        request,
        notification,
        form,
        f"Take back asking {asked.agency}?",
        "The asking stays readable with your reason. You can let it stand again.",
        "Take the asking back",
    )
