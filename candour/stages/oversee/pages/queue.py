"""Decisions not to review, for the national body: what waits for it, and what waits for a board."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.stages.decide.reads import speaks_for_nation
from candour.stages.oversee.waiting import IN_WORDS, State, chosen, queue_of

NOT_HERE = "This list is the national body’s. You hold no post there."


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    viewer: Any = request.user
    if not speaks_for_nation(viewer):
        raise PermissionDenied(NOT_HERE)
    every = queue_of(viewer, today())
    board, state = request.GET.get("board", ""), request.GET.get("state", "")
    counts = Counter(one.state for one in every)
    boards = {one.decision.notification.board.slug: one.decision.notification.board for one in every}
    return render(
        request,
        "stages/oversee/pages/queue.html",
        {
            "every": every,
            "rows": chosen(every, board, state),
            "waits": counts[State.WAITS],
            "counts": [(IN_WORDS[one], counts[one]) for one in State if counts[one]],
            "late": sum(one.telling is not None and one.telling.tag == "late" for one in every),
            "boards": sorted(boards.values(), key=lambda one: one.name),
            "states": [(one.value, words) for one, words in IN_WORDS.items()],
            "board": board,
            "state": state,
        },
    )
