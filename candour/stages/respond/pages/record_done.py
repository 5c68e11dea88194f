"""An action was carried out. What it changed is asked apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.respond.actions import record_done
from candour.stages.respond.finding_them import action_at, address_of, place_of_response


class Form(VersionedForm):
    done_on = DayField(label="Done on")
    note = forms.CharField(label="What was done, if not as written", required=False, max_length=400)


@needs(Can.RESPOND)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    form = Form(typed(request), initial={"version": action.version})
    if request.method == "POST" and form.is_valid():
        try:
            record_done(by=viewer, action=action, **form.cleaned_data)
        except Changed as changed:
            now: Any = changed.now
            day = spoken_day(now.done_on) if now.done_on else ""
            form.show_clash(changed, {"done_on": day, "note": now.done_note})
        else:
            return redirect(address_of(action.finding))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_response(action.finding, viewer, ("Done", "")),
            "title": "Record that an action is done",
            "sentence": action.words,
            "form": form,
            "button": "Record that it is done",
            "back": {"title": "Leave without saving", "href": address_of(action.finding)},
        },
    )
