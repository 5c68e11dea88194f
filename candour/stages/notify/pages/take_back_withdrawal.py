"""The undo of a withdrawal: the notification stands again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.notify.actions import take_back_withdrawal
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


@needs(Can.NOTIFY, find=notification_at, address="notification")
@require_POST
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    take_back_withdrawal(by=request.user, notification=notification)
    return redirect("notify:notification", notification.in_address)
