"""The undo of a recommendation, until it is decided."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide.actions import take_back_recommendation
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
@require_POST
def page(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    standing: Any = notification.recommendations.filter(withdrawn_at=None)
    take_back_recommendation(by=request.user, recommendation=get_object_or_404(standing, pk=pk))
    return redirect("decide:tests", notification.in_address)
