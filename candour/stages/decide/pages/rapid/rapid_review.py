"""The rapid review: what agencies knew, what is made safe at once, the next step and its sign-off."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.decide.clocks import clock_of_rapid_review, clock_to_decide
from candour.stages.decide.rapid_reads import rapid_of, signed_off_after_decision
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
    signs = notification.withdrawn_at is None and bool(may(viewer, Can.DECIDE, notification))
    later = rapid.concluded is not None and signed_off_after_decision(rapid.concluded)
    return render(
        request,
        "stages/decide/pages/rapid/rapid_review.html",
        {
            "notification": notification,
            "place": place_of(notification, "Rapid review"),
            "rapid": rapid,
            "late": rapid.late(today()),
            "today": today(),
            "clock": clock_of_rapid_review(notification, today()) or clock_to_decide(notification, today()),
            "earlier": notification.rapid_reviews.filter(withdrawn_at__isnull=False),
            "is_open": is_open,
            "may_keep": answers and is_open,
            "may_keep_actions": answers and notification.withdrawn_at is None,
            "may_sign": signs,
            "may_unsign": signs and (is_open or later),
            "print_words": f"{notification.written}, rapid review",
        },
    )
