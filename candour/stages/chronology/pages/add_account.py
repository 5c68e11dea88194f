"""Add an account to an event: entries near its days, or those with some words, to choose one from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.chronology.entry import Entry
from candour.domain.moments.spoken import spoken
from candour.domain.timeline.marks import in_window
from candour.domain.timeline.scale import Scale
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.accounts.of_event import href_of
from candour.stages.chronology.actions.events import join_event
from candour.stages.chronology.models import Event
from candour.stages.chronology.pages.entry import entry_called
from candour.stages.chronology.pages.event import event_at, place_of_event
from candour.stages.chronology.reads import chronology_of
from candour.stages.chronology.seeing.windows import WIDTH, span_of

DAYS_AROUND = 7
MOST_OFFERED = 40


class Form(forms.Form):
    entry = forms.ChoiceField(
        label="Which entry tells of it too?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose an entry."},
    )
    why = forms.CharField(label="Why", max_length=400, required=False)

    def __init__(self, offered: Sequence[Entry], *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["entry"]
        field.choices = [(one.id, f"{one.agency}, {spoken(one.when)}: {one.event[:200]}") for one in offered]
        field.choice_hints = {one.id: str(one.place) for one in offered}


@needs(Can.SETTLE_CHRONOLOGY, reading="opened_entries_near_event")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    event = event_at(viewer, review, pk)
    words = request.GET.get("words", "").strip()
    found = _offered(event, words)
    form = Form(found[:MOST_OFFERED], typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            entry = entry_called(viewer, review, form.cleaned_data["entry"])
            join_event(by=viewer, event=event, entry=entry, why=form.cleaned_data["why"])
        except Trouble as trouble:
            form.add_error("entry", f"{trouble.what} {trouble.do}")
        else:
            return redirect(href_of(event))
    return render(
        request,
        "stages/chronology/pages/add_account.html",
        {
            "review": review,
            "place": place_of_event(event, viewer, ("Add an account", "")),
            "event": event,
            "form": form,
            "words": words,
            "found": found,
            "offered": min(len(found), MOST_OFFERED),
            "days": DAYS_AROUND,
        },
    )


def _offered(event: Event, words: str) -> list[Entry]:
    """Not yet of any event: with the words anywhere, or where none are given, near its days."""
    chronology = chronology_of(event.review)
    own = set(event.accounts.filter(parted_at=None).values_list("entry__key", flat=True))
    taken = own | {key for one in chronology.events for key in one.entries}
    free = [one for one in chronology.entries if one.id not in taken]
    if words:
        sought = words.casefold().split()
        return [one for one in free if all(word in _text(one) for word in sought)]
    days = span_of([one for one in chronology.entries if one.id in own])
    if days is None:
        return []
    around = timedelta(days=DAYS_AROUND)
    scale = Scale.of(days[0] - around, days[1] + around, WIDTH)
    return [one for one in free if in_window(one, scale)]


def _text(entry: Entry) -> str:
    return f"{entry.event} {entry.action} {entry.agency} {entry.when.text}".casefold()
