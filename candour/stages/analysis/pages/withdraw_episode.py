"""Withdraw an episode, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import withdraw_episode
from candour.stages.analysis.finding_them import address_of_episode, episode_at, place_of_episode
from candour.stages.analysis.withdraw_form import ask_why


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    return ask_why(
        request,
        f"episode {nth}",
        place_of_episode(episode, viewer, ("Withdraw", "")),
        address_of_episode(episode),
        lambda why: withdraw_episode(by=viewer, episode=episode, why=why),
    )
