"""One entry: the agency's own words, every cell of its row, where it stands, and what rests on it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.audit import acting
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.accounts.said import event_href
from candour.stages.chronology.actions.entries import withdraw_entry
from candour.stages.chronology.models import Entry
from candour.stages.chronology.one_entry import how_placed, how_read, may_stand_again, other_accounts
from candour.stages.chronology.reads import kinds_of
from candour.stages.chronology.resting import what_rests_on
from candour.stages.chronology.returns.cell_order import as_they_stood
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.table_rows import day_of, known_href, telling_line
from candour.stages.chronology.seeing.windows import around


class Form(forms.Form):
    why = forms.CharField(
        label="Why",
        max_length=400,
        help_text="It leaves the picture and the table, and stays readable here, with your reason.",
        error_messages={"required": "Say why the entry is withdrawn."},
    )


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, key: str) -> HttpResponse:
    viewer: Any = request.user
    entry = entry_called(viewer, review, key)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        withdraw_entry(by=viewer, entry=entry, why=form.cleaned_data["why"])
        return redirect("chronology:entry", review.in_address, key)
    if request.method in {"GET", "HEAD"}:
        acting.read("opened_entry", by=viewer, on=entry)
    return render(request, "stages/chronology/pages/entry.html", _said(entry, viewer) | {"form": form})


def entry_called(viewer: Person, review: Review, key: str) -> Entry:
    """404 where it is another review's, or of an agency whose returns the viewer may not see."""
    seen = Entry.objects.visible_to(viewer).filter(review=review)
    found: Entry = get_object_or_404(seen.select_related("in_return__agency", "in_return__paper"), key=key)
    return found


def _said(entry: Entry, viewer: Person) -> dict[str, Any]:
    """An agency's author sees their own agency's entry, and not which others it was linked with."""
    told, review = entry.told, entry.review
    integrated = bool(may(viewer, Can.SEE_CHRONOLOGY, review))
    chronology = reverse(
        "chronology:chronology" if integrated else "chronology:returns", args=[review.in_address]
    )
    steps = ("Chronology" if integrated else "Returns", chronology), ("Entry", "")
    return {
        "review": review,
        "place": place_in(review, viewer, *steps),
        "print_words": f"Review {review.written_number}, one entry of the chronology",
        "entry": entry,
        "told": told,
        "agency": _marked(entry),
        "read": how_read(told),
        "placed": how_placed(entry),
        "cells": list(as_they_stood(told.cells, entry.in_return.headings, entry.part).items()),
        "tellings": [telling_line(one) for one in told.told],
        "resting": what_rests_on(entry),
        "may_change": bool(may(viewer, Can.FIX_HELD_ROWS, entry)),
        "may_settle": bool(may(viewer, Can.SETTLE_CHRONOLOGY, entry)),
        "may_stand_again": entry.withdrawn_at is not None and may_stand_again(entry),
        "integrated": integrated,
        **(_among_others(entry) if integrated else {}),
    }


def _marked(entry: Entry) -> dict[str, Any]:
    name = entry.in_return.agency.name
    return {"name": name, "kind": kinds_of([name]).get(name, "other"), "nth": 1}


def _among_others(entry: Entry) -> dict[str, Any]:
    whole = whole_of(entry.review)
    shown = next((one for one in whole.chronology.entries if one.id == entry.key), None)
    if shown is None:
        return {}
    lane, event = whole.lane_of(shown.agency), whole.event_of(entry.key)
    return {
        "agency": {"name": shown.agency, "kind": lane.kind, "nth": lane.nth},
        "tellings": [telling_line(one) for one in shown.told],
        "others": other_accounts(entry.review, whole, entry.key),
        "event_href": event_href(entry.review, event) if event else "",
        "event_title": whole.titles.get(event.id, "") if event else "",
        "differ": f"Accounts differ: {whole.differ[event.id]}" if event and event.id in whole.differ else "",
        "known_href": known_href(entry.review, shown.agency, day_of(shown)),
        "picture_href": around(entry.review, shown).href + f"#{entry.key}",
    }
