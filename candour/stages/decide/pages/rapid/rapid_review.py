"""The rapid review: what agencies knew, what is made safe at once, the next step and its sign-off."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.decide.clocks import clock_to_decide
from candour.stages.decide.rapid_reads import rapid_of
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


@needs(Can.SEE_NOTIFICATIONS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    viewer: Any = request.user
    rapid = rapid_of(notification)
    if rapid is None:
        raise Http404
    is_open = getattr(notification, "decision", None) is None and notification.withdrawn_at is None
    answers = bool(may(viewer, Can.ANSWER_TESTS, notification))
    return render(
        request,
        "stages/decide/pages/rapid/rapid_review.html",
        {
            "notification": notification,
            "place": place_of(notification, "Rapid review"),
            "rapid": rapid,
            "late": rapid.late(today()),
            "today": today(),
            "clock": clock_to_decide(notification, today()),
            "earlier": notification.rapid_reviews.filter(withdrawn_at__isnull=False),
            "is_open": is_open,
            "may_keep": answers and is_open,
            "may_keep_actions": answers and notification.withdrawn_at is None,
            "may_sign": is_open and bool(may(viewer, Can.DECIDE, notification)),
            "print_words": f"{notification.written}, rapid review",
        },
    )
