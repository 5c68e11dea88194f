"""The clocks of a review with the reason of each day; what is paused, and where more time was given."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.desk.clocks import clocks_of, more_time_in, pauses_of, waiting_in
from candour.desk.pages.clocks.place import place_in
from candour.domain.access import Can
from candour.domain.deadlines import Stops
from candour.domain.rules import load_regime
from candour.kernel.access import may
from candour.kernel.reviews.models import Extension, Pause, Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    day = today()
    regime = load_regime(review.regime)
    pauses, more_time = pauses_of(review), more_time_in(review)
    waiting = waiting_in(pauses)
    return render(
        request,
        "desk/pages/clocks/clocks.html",
        {
            "place": place_in(review, "Clocks"),
            "review": review,
            "regime": regime,
            "day": day,
            "clocks": clocks_of(review, day),
            "waiting": waiting,
            "pauses": [(one, _undo_of_pause(one, pauses)) for one in pauses],
            "more_time": [(one, _title_of(one, regime), _is_last(one, more_time)) for one in more_time],
            "may_pause": [one for one in Stops if one not in {held.pause.stops for held in waiting}],
            "may_keep": may(viewer, Can.KEEP_CLOCKS, review),
        },
    )


def _undo_of_pause(pause: Pause, every: list[Pause]) -> str:
    """Which button undoes the last thing done to a pause: its end, or the pause itself."""
    if pause.withdrawn_at is not None:
        return ""
    began_anew = any(
        one.stops == pause.stops and one.withdrawn_at is None and one.first_day > pause.first_day
        for one in every
    )
    if pause.ended_at is None or pause.ended_at == pause.paused_at:
        return "desk:take-back-pause"
    return "" if began_anew else "desk:go-on-pausing"


def _title_of(extension: Extension, regime: Any) -> str:
    titles = {clock.name: clock.title for clock in regime.clocks}
    return titles.get(extension.clock, extension.clock)


def _is_last(extension: Extension, every: list[Extension]) -> bool:
    """Whether nothing rests on it."""
    standing = [one for one in every if one.clock == extension.clock and one.withdrawn_at is None]
    return bool(standing) and standing[-1] == extension
