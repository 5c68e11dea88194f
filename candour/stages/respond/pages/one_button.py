"""Undo: what was added, recorded as done, or seen to change is taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.respond.actions import take_back_action, take_back_done, take_back_effect
from candour.stages.respond.finding_them import action_at, address_of


@needs(Can.RESPOND)
@require_POST
def undo_action(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    take_back_action(by=viewer, action=action)
    return redirect(address_of(action.finding))


@needs(Can.RESPOND)
@require_POST
def undo_done(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    take_back_done(by=viewer, action=action)
    return redirect(address_of(action.finding))


@needs(Can.RESPOND)
@require_POST
def undo_effect(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    action = action_at(request, review, pk)
    take_back_effect(by=viewer, action=action)
    return redirect(address_of(action.finding))
