"""The undo of a decision, until something rests on it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide.actions import take_back_decision
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision


@needs(Can.DECIDE, find=decision_at, address="notification")
@require_POST
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    take_back_decision(by=request.user, decision=decision)
    return redirect("decide:tests", decision.notification.in_address)
