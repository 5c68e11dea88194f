"""Change what was marked of an episode; whoever saves second sees both."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import change_episode
from candour.stages.analysis.episode_form import Form, agencies_in, initial_of, offered
from candour.stages.analysis.finding_them import address_of_episode, episode_at, place_of_episode
from candour.stages.analysis.pages.mark_episode import SHOW


@needs(Can.ANALYSE, reading="opened_chronology")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    filled = typed(request)
    form = Form(filled, review=review, initial=initial_of(episode))
    shows = request.POST.get("do") == SHOW
    if request.method == "POST" and not shows and form.is_valid():
        said = form.said(request, review)
        try:
            change_episode(by=viewer, episode=episode, version=form.cleaned_data["version"], **said)
        except Changed as changed:
            now: Any = changed.now
            form.show_clash(changed, initial_of(now))
        else:
            return redirect(address_of_episode(episode))
    own = list(episode.entries.values_list("key", flat=True))
    return render(
        request,
        "stages/analysis/pages/mark_episode.html",
        {
            "place": place_of_episode(episode, viewer, ("Change", "")),
            "title": f"Change episode {episode.number}",
            "sentence": "The record keeps that it was changed, by whom and when.",
            "button": "Save the episode",
            "back": {"title": "Leave without saving", "href": address_of_episode(episode)},
            "form": None if shows else form,
            "fields_of": form,
            "choices": offered(request, review, form, filled.getlist("entries") if filled else own),
            "agencies": agencies_in(review),
            "of_agency": request.POST.get("of_agency", ""),
        },
    )
