"""Those who decide sign the rapid review off."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import sign_off_rapid_review
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.models import RapidReview
from candour.stages.decide.pages.rapid.forms import back_to, form_page, row_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


class Form(forms.Form):
    signed_off_on = HappenedOn(label="Day it is signed off")


@needs(Can.DECIDE, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    concluded = row_of(request, notification, RapidReview, pk, withdrawn_at=None)
    form = Form(typed(request), initial={"signed_off_on": spoken_day(today())})
    not_before(form, "signed_off_on", concluded.concluded_on, "the next step was written")
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["signed_off_on"]
        sign_off_rapid_review(by=request.user, concluded=concluded, signed_off_on=day)
        return redirect(back_to(notification))
    return form_page(
        request,
        notification,
        form,
        "Sign the rapid review off?",
        f"Next step: {concluded.get_next_step_display().lower()}. You put your name to it.",
        "Sign it off",
    )
