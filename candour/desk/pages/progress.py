"""In plain words, with no case papers: where a review is, for those it concerns most."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.desk.clocks import clocks_of
from candour.desk.gathering import StepHere, steps_of
from candour.desk.pages.glance import shown
from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.tasks import Standing
from candour.stages.report.hearing.readers import for_reader

IN_PLAIN_WORDS = {
    "notify": "Somebody told the board what had happened.",
    "decide": "The board decided whether to hold a review.",
    "commission": "The board asked people to carry out the review, and set its questions.",
    "chronology": "Each agency writes down what it did, and when.",
    "analysis": "The reviewers work out why things happened as they did.",
    "report": "The report is written and checked, so that nobody living is harmed by it.",
    "respond": "The board says what it will do about each finding.",
    "learn": "The report is published, for everybody to read.",
}


@needs(Can.SEE_PROGRESS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    day = today()
    method = load_method(review.method)
    steps = [
        StepHere(one.title, Standing(one.standing.state)) for one in steps_of(review, method, viewer, day)
    ]
    return render(
        request,
        "desk/pages/progress.html",
        {
            "place": [("Reviews", "/reviews/"), (review.title, "")],
            "review": review,
            "steps": [
                (step, IN_PLAIN_WORDS[str(stage)]) for step, stage in zip(steps, method.stages, strict=True)
            ],
            "line": shown(steps),
            "published": steps[-1].standing.state == "done",
            "sees_returns": bool(may(viewer, Can.SEE_RETURNS, review)),
            "may_send": bool(may(viewer, Can.SEND_RETURN, review)),
            "for_you": for_reader(viewer, review),
            "clocks": [one for one in clocks_of(review, day) if one.runs],
        },
    )
