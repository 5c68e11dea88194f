"""The undo of what the national body said or directed, and of replies, while nothing rests on it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.stages.decide import actions
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import ChallengeKind, Decision


@needs(Can.CHALLENGE, find=decision_at, address="notification")
@require_POST
def page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    said: Any = get_object_or_404(decision.challenges, pk=pk)
    if said.kind == ChallengeKind.OWN_REVIEW:
        actions.take_back_own_review(by=request.user, said=said)
    else:
        actions.take_back_challenge(by=request.user, said=said)
    return _back(decision)


@needs(Can.DIRECT, find=decision_at, address="notification")
@require_POST
def direction_page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    direction: Any = get_object_or_404(decision.directions, pk=pk)
    actions.take_back_direction(by=request.user, direction=direction)
    return _back(decision)


@needs(Can.REPLY_TO_CHALLENGE, find=decision_at, address="notification")
@require_POST
def reply_page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    said: Any = get_object_or_404(decision.challenges, pk=pk)
    actions.take_back_reply(by=request.user, said=said)
    return _back(decision)


@needs(Can.REPLY_TO_CHALLENGE, find=decision_at, address="notification")
@require_POST
def reply_to_direction_page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    direction: Any = get_object_or_404(decision.directions, pk=pk)
    actions.take_back_reply_to_direction(by=request.user, direction=direction)
    return _back(decision)


def _back(decision: Decision) -> HttpResponse:
    return redirect("decide:decision", decision.notification.in_address)
