"""The summary an agency sent is written down, or corrected."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.audit.acting import Changed
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import write_summary
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.decide.models import SummaryAsked
from candour.stages.decide.pages.rapid.forms import back_to, form_page, row_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification

WORDS = ("knew", "analysis", "safety")


class Form(VersionedForm):
    received_on = HappenedOn(label="Day it came")
    knew = forms.CharField(
        label="What the agency knew and did",
        help_text="Its own contacts, in order, with what it knew at the time.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    analysis = forms.CharField(
        label="What it makes of that",
        help_text="The episodes that matter, and the child’s life and context.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    safety = forms.CharField(
        label="What it made safe at once", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    asked = row_of(request, notification, SummaryAsked, pk, withdrawn_at=None)
    form = Form(typed(request), initial=_initial(asked))
    not_before(form, "received_on", asked.asked_on, "it was asked for")
    if request.method == "POST" and form.is_valid():
        try:
            write_summary(by=request.user, asked=asked, **form.cleaned_data)
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, {name: getattr(now, name) for name in WORDS})
        else:
            return redirect(f"{back_to(notification)}#summary-{asked.pk}")
    return form_page(
        request,
        notification,
        form,
        f"Summary of {asked.agency}",
        "As it was sent. Who may answer the tests can rest an answer on it.",
        "Save the summary",
    )


def _initial(asked: SummaryAsked) -> dict[str, Any]:
    words = {name: getattr(asked, name) for name in WORDS}
    return {**words, "version": asked.version, "received_on": spoken_day(asked.received_on or today())}
