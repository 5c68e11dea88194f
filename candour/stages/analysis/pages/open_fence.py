"""Open the fence before part 2 is written: it takes a reason, and is shown ever after."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import open_fence
from candour.stages.analysis.finding_them import address_of_episode, episode_at, place_of_episode


class Form(forms.Form):
    why = forms.CharField(
        label="Why can it not wait for part 2?",
        max_length=400,
        help_text="In a sentence. Everybody who opens the episode will read it.",
    )


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        open_fence(by=viewer, episode=episode, why=form.cleaned_data["why"])
        return redirect(address_of_episode(episode))
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_episode(episode, viewer, ("Open the fence", "")),
            "title": "Open the fence before part 2 is written",
            "sentence": "What was known elsewhere and later colours what seems sensible then.",
            "follows": [
                "Parts 3 and 4 are shown to everybody who may see the episode.",
                "Your name, the time and your reason stand on the page from then on.",
                "It cannot be closed again.",
            ],
            "form": form,
            "button": "Open the fence",
            "back": {"title": "Go back and write part 2", "href": address_of_episode(episode)},
        },
    )
