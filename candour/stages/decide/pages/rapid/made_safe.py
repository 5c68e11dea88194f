"""Something that makes children safe is done, on a day."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import mark_made_safe
from candour.stages.decide.days import HappenedOn
from candour.stages.decide.models import SafetyAction
from candour.stages.decide.pages.rapid.forms import back_to, form_page, row_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


class Form(forms.Form):
    done_on = HappenedOn(label="Day it was done")


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    action = row_of(request, notification, SafetyAction, pk, withdrawn_at=None)
    form = Form(typed(request), initial={"done_on": spoken_day(today())})
    if request.method == "POST" and form.is_valid():
        mark_made_safe(by=request.user, action=action, done_on=form.cleaned_data["done_on"])
        return redirect(f"{back_to(notification)}#action-{action.pk}")
    return form_page(
        request, notification, form, "Is it done?", f"{action.what}. {action.who}.", "It is done"
    )
