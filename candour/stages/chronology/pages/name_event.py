"""A few words by which people call an event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.accounts.of_event import href_of
from candour.stages.chronology.actions.events import name_event
from candour.stages.chronology.pages.event import event_at, place_of_event


class Form(forms.Form):
    title = forms.CharField(
        label="Title",
        max_length=200,
        help_text="By time, place or task, such as “Strategy discussion by telephone”. Not a verdict.",
        error_messages={"required": "Give the event a few words."},
    )


@needs(Can.SETTLE_CHRONOLOGY)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    event = event_at(viewer, review, pk)
    form = Form(typed(request), initial={"title": event.title})
    if request.method == "POST" and form.is_valid():
        name_event(by=viewer, event=event, title=form.cleaned_data["title"])
        return redirect(href_of(event))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_event(event, viewer, ("Title", "")),
            "title": "What do you call this event?",
            "sentence": "It stands over its accounts in the chronology. No account is changed by it.",
            "form": form,
            "button": "Save title",
            "back": {"title": "Back to the event", "href": href_of(event)},
        },
    )
