"""What boards were told and what they decided; for the national body what it has not answered comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.people.models import Organisation, Person
from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.stages.decide.clocks import clock_to_decide
from candour.stages.decide.law import law_on
from candour.stages.decide.reads import (
    boards_where,
    decided,
    speaks_for_nation,
    unanswered_by_nation,
    undecided,
    unreplied,
)
from candour.stages.notify.models import Notification


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    viewer: Any = request.user
    nation = speaks_for_nation(viewer)
    waiting = list(_waiting(undecided(viewer), today()))
    queue = list(unanswered_by_nation(viewer)) if nation else []
    rest = [one for one in decided(viewer) if one not in queue]
    since = _a_year_before(today())
    boards = Organisation.objects.filter(pk__in=boards_where(viewer, Can.NOTIFY))
    return render(
        request,
        "stages/decide/pages/decisions.html",
        {
            "nation": nation,
            "waiting": waiting,
            "late": sum(one["clock"] is not None and one["clock"].tag == "late" for one in waiting),
            "queue": queue,
            "decided_recent": [one for one in rest if one.decided_on >= since],
            "decided_earlier": [one for one in rest if one.decided_on < since],
            "since": since,
            "unreplied": _to_reply(viewer),
            "withdrawn": Notification.objects.visible_to(viewer).filter(withdrawn_at__isnull=False),
            "boards": boards,
        },
    )


def _a_year_before(day: date) -> date:
    """Older decisions are folded away, so that a long record does not bury what is at work."""
    return day.replace(day=1, year=day.year - 1)


def _waiting(notifications: Iterable[Notification], day: date) -> Iterable[dict[str, Any]]:
    for one in notifications:
        yield {"notification": one, "clock": clock_to_decide(one, day), "tests": law_on(one)}


def _to_reply(viewer: Person) -> list[Any]:
    boards = boards_where(viewer, Can.REPLY_TO_CHALLENGE)
    return list(unreplied(viewer).filter(decision__notification__board__in=boards))
