"""One review at a glance: where it is, and what is missing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.desk.clocks import clocks_of, pauses_of, waiting_in
from candour.desk.gathering import StepHere, missing_in, steps_of
from candour.domain.access import ROLES, Can
from candour.domain.deadlines import Stops
from candour.domain.methods import load_method
from candour.domain.rules import load_regime
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.chronology.pages.returns import lines_of
from candour.stages.chronology.reads import ledger_of
from candour.stages.commission.methods_over_time import changes_of_method
from candour.stages.hearing.reads import may_have_bundles


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    day = today()
    method = load_method(review.method)
    steps = steps_of(review, method, viewer, day)
    missing = missing_in(review, viewer, day)
    waiting, clocks = waiting_in(pauses_of(review)), clocks_of(review, day)
    return render(
        request,
        "desk/pages/glance.html",
        {
            "place": [("Reviews", "/reviews/"), (review.title, "")],
            "review": review,
            "method": method,
            "method_changes": [one for one in changes_of_method(review) if one[0].taken_back_at is None],
            "regime": load_regime(review.regime),
            "steps": shown(steps),
            "state": state_in_words(steps),
            "missing": missing,
            "clocks": clocks,
            "next_due": next((one for one in clocks if one.runs), None),
            "waiting": waiting,
            "may_pause": [one for one in Stops if one not in {held.pause.stops for held in waiting}],
            "may_keep": may(viewer, Can.KEEP_CLOCKS, review),
            "day": day,
            "people": people_by_role(review),
            "returns": lines_of(review, viewer),
            "ledger": ledger_of(review),
            "may_seat": may(viewer, Can.MANAGE_SEATS, review),
            "has_bundles": bool(may(viewer, Can.WRITE_REPORT, review)) and may_have_bundles(review),
        },
    )


def shown(steps: list[StepHere]) -> list[dict[str, str]]:
    """As the line of steps draws them."""
    states = {"done": "done", "present": "now", "to_come": "later"}
    return [
        {
            "title": one.title,
            "small": one.standing.words,
            "state": states[one.standing.state],
            "href": one.standing.href,
        }
        for one in steps
    ]


def state_in_words(steps: list[StepHere]) -> str:
    """Where the review is, by the furthest step that is begun; what goes on before it stands in the line."""
    begun = [one for one in steps if one.standing.state != "to_come"]
    if not begun:
        return "Nothing is begun yet."
    last = begun[-1]
    if last is steps[-1] and last.standing.state == "done":
        going_on = [one.title.lower() for one in steps if one.standing.state == "present"]
        published = "The report is published."
        return f"{published} Work goes on in {', '.join(going_on)}." if going_on else published
    words = f": {last.standing.words}" if last.standing.words else ""
    return f"The furthest step begun is {last.title.lower()}{words}."


def people_by_role(review: Review) -> list[tuple[str, str]]:
    """Each role of the review with who holds it, in the order of the roles."""
    seats = list(review.seats.current().select_related("person", "agency"))
    return [
        (role.title, ", ".join(_named(seat) for seat in seats if seat.role == word))
        for word, role in ROLES.items()
        if any(seat.role == word for seat in seats)
    ]


def _named(seat: Any) -> str:
    conflict = f" (conflict declared: {seat.conflict_with})" if seat.conflict_declared_at else ""
    return f"{seat.person}{conflict}"
