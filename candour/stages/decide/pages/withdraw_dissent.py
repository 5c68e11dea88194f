"""The undo of a dissent, by who wrote it, until it is decided."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide.actions import withdraw_dissent
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


@needs(Can.DISSENT, find=notification_at, address="notification")
@require_POST
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    withdraw_dissent(by=request.user, written=get_object_or_404(notification.dissents, pk=pk))
    return redirect("decide:tests", notification.in_address)
