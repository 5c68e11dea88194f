"""What is done to events by a button only: a saying about accounts is taken back, a withdrawal undone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions.apart import take_back_telling_apart
from candour.stages.chronology.actions.events import (
    part_account,
    put_account_back,
    put_event_back,
    withdraw_event,
)
from candour.stages.chronology.actions.settlements import take_back_settlement
from candour.stages.chronology.models import NotOneEvent, Settlement
from candour.stages.chronology.pages.event import account_at, event_at

UNDONE = "Taken back."


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def undo_event(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    """The confirmation is taken back: the same question is asked again."""
    viewer: Any = request.user
    event = event_at(viewer, review, pk)
    keys = event.accounts.filter(parted_at=None).values_list("entry__key", flat=True)[:2]
    asked = [review.in_address, *keys]
    withdraw_event(by=viewer, event=event, why=UNDONE)
    return (
        redirect("chronology:link-question", *asked)
        if len(asked) > 2
        else redirect("chronology:event", *asked[:1], pk)
    )


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def undo_account(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    account = account_at(viewer, review, pk)
    part_account(by=viewer, account=account, why=UNDONE)
    return redirect("chronology:event", review.in_address, account.event_id)


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def undo_telling_apart(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    seen = NotOneEvent.objects.visible_to(viewer).filter(review=review)
    apart = get_object_or_404(seen.select_related("first", "second", "review"), pk=pk)
    take_back_telling_apart(by=viewer, apart=apart)
    return redirect("chronology:link-question", review.in_address, apart.first.key, apart.second.key)


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def put_back_event(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    put_event_back(by=viewer, event=event_at(viewer, review, pk))
    return redirect("chronology:event", review.in_address, pk)


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def put_back_account(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    account = account_at(viewer, review, pk)
    put_account_back(by=viewer, account=account)
    return redirect("chronology:event", review.in_address, account.event_id)


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def undo_settlement(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    seen = Settlement.objects.visible_to(viewer).filter(review=review)
    settled = get_object_or_404(seen.select_related("first", "second", "review"), pk=pk)
    take_back_settlement(by=viewer, settlement=settled)
    return redirect("chronology:differences", review.in_address)
