"""Withdraw a confirmed event, with a reason. Its accounts stay, each by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.events import withdraw_event
from candour.stages.chronology.pages.event import event_at, place_of_event


class Form(forms.Form):
    why = forms.CharField(
        label="Why", max_length=400, error_messages={"required": "Say why the event is withdrawn."}
    )


@needs(Can.SETTLE_CHRONOLOGY)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    event = event_at(viewer, review, pk)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        withdraw_event(by=viewer, event=event, why=form.cleaned_data["why"])
        return redirect("chronology:event", review.in_address, pk)
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_event(event, viewer, ("Withdraw", "")),
            "title": "Withdraw this event",
            "sentence": "Its accounts stay in the chronology, each by itself.",
            "follows": [
                "That it happened is known to no agency through another’s account any more.",
                "The links between its accounts are proposed again.",
                "It can be put back, while its accounts tell of no other event.",
            ],
            "form": form,
            "button": "Withdraw event",
        },
    )
