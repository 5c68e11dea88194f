"""One notification, section by section, with what was done about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.web.guard import needs
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


@needs(Can.SEE_NOTIFICATIONS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    changes = bool(may(request.user, Can.NOTIFY, notification))
    decision = getattr(notification, "decision", None)
    return render(
        request,
        "stages/notify/pages/notification.html",
        {
            "notification": notification,
            "place": place_of(notification),
            "children": notification.children.all(),
            "agencies": notification.agencies.all(),
            "decision": decision,
            "may_change": changes and notification.withdrawn_at is None,
            "may_withdraw": changes and notification.withdrawn_at is None and decision is None,
            "may_take_back": changes and notification.withdrawn_at is not None,
            "print_words": f"{notification.written}, board only",
        },
    )
