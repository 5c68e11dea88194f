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
from candour.stages.decide.clocks import Running, clock_to_decide
from candour.stages.decide.decisions_asked import AskedForm
from candour.stages.decide.law import law_on
from candour.stages.decide.models import Decision
from candour.stages.decide.paging import shown
from candour.stages.decide.reads import (
    boards_where,
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
    clocks = _clocks(undecided(viewer), today())
    waiting = shown(clocks, request.GET, "waiting")
    queue = unanswered_by_nation(viewer) if nation else Decision.objects.none()
    form = AskedForm(viewer, request.GET)
    rest = form.found().exclude(pk__in=queue.values("pk"))
    since = _a_year_before(today())
    withdrawn = Notification.objects.visible_to(viewer).filter(withdrawn_at__isnull=False)
    return render(
        request,
        "stages/decide/pages/decisions.html",
        {
            "nation": nation,
            "waiting": waiting,
            "to_decide": [(one, clock, law_on(one)) for one, clock in waiting.page],
            "late": sum(clock is not None and clock.tag == "late" for _, clock in clocks),
            "queue": shown(queue, request.GET, "queue"),
            "form": form,
            "recent": shown(rest.filter(decided_on__gte=since), request.GET, "decided"),
            "earlier": shown(rest.filter(decided_on__lt=since), request.GET, "earlier"),
            "since": since,
            "unreplied": _to_reply(viewer),
            "withdrawn": shown(withdrawn, request.GET, "withdrawn"),
            "boards": Organisation.objects.filter(pk__in=boards_where(viewer, Can.NOTIFY)),
        },
    )


def _a_year_before(day: date) -> date:
    """Older decisions are folded away, so that a long record does not bury what is at work."""
    return day.replace(day=1, year=day.year - 1)


def _clocks(notifications: Iterable[Notification], day: date) -> list[tuple[Notification, Running | None]]:
    return [(one, clock_to_decide(one, day)) for one in notifications]


def _to_reply(viewer: Person) -> list[Any]:
    boards = boards_where(viewer, Can.REPLY_TO_CHALLENGE)
    return list(unreplied(viewer).filter(decision__notification__board__in=boards))
