"""Mark an episode on the chronology: its days, whose view it is, and the entries chosen for it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import mark_episode
from candour.stages.analysis.choosing import entries_in
from candour.stages.analysis.episode_form import Form, agencies_in, offered
from candour.stages.analysis.finding_them import address_of_episode, place_of_episodes

SHOW = "show"


@needs(Can.ANALYSE, reading="opened_chronology")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    asked = [key for words in request.GET.getlist("entries") for key in words.split(",") if key]
    filled = typed(request)
    form = Form(filled, review=review, initial=_days_of(review, asked))
    shows = request.POST.get("do") == SHOW
    if request.method == "POST" and not shows and form.is_valid():
        episode = mark_episode(by=viewer, review=review, **form.said(request, review))
        return redirect(address_of_episode(episode))
    chosen = filled.getlist("entries") if filled is not None else asked
    return render(
        request,
        "stages/analysis/pages/mark_episode.html",
        {
            "place": place_of_episodes(review, viewer, ("Mark an episode", "")),
            "title": "Mark an episode",
            "sentence": "Name its days, whose view it is, and the entries that belong to it.",
            "button": "Mark the episode",
            "back": {"title": "Leave", "href": reverse("analysis:episodes", args=[review.in_address])},
            "form": None if shows else form,
            "fields_of": form,
            "choices": offered(request, review, form, chosen),
            "agencies": agencies_in(review),
            "of_agency": request.POST.get("of_agency", ""),
        },
    )


def _days_of(review: Review, keys: list[str]) -> dict[str, Any]:
    """The days that entries named in the address span."""
    entries = [one for one in entries_in(review, keys) if one.earliest and one.latest]
    if not entries:
        return {"version": 1}
    first, last = min(one.told.when.earliest for one in entries), max(one.told.when.latest for one in entries)
    return {"starts_on": spoken_day(first), "ends_on": spoken_day(last), "version": 1}
