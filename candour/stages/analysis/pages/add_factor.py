"""Add what contributed, from the episode it was seen in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import add_factor
from candour.stages.analysis.factor_form import Form
from candour.stages.analysis.finding_them import address_of_episode, episode_at, place_of_episode


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    form = Form(typed(request), review=review, initial={"episodes": [str(nth)], "version": 1})
    if request.method == "POST" and form.is_valid():
        add_factor(by=viewer, review=review, **form.said())
        return redirect(f"{address_of_episode(episode)}#part-5")
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_episode(episode, viewer, ("Add a factor", "")),
            "title": "Add a factor",
            "sentence": f"What made the work slower, harder or safer in episode {episode.number}?",
            "form": form,
            "button": "Add the factor",
            "back": {"title": "Leave without saving", "href": address_of_episode(episode)},
        },
    )
