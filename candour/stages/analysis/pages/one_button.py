"""Buttons that post and go back: undo of what was marked, added, written or chosen; sharing an account."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import (
    put_conversation_back,
    share_account,
    take_back_account,
    take_back_episode,
    take_back_evidence,
    take_back_factor,
    take_back_finding,
)
from candour.stages.analysis.conversations_kept import address_of_conversation, conversation_at
from candour.stages.analysis.finding_them import (
    address_of_finding,
    episode_at,
    evidence_at,
    factor_at,
    finding_at,
)


@needs(Can.ANALYSE)
@require_POST
def undo_episode(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    take_back_episode(by=viewer, episode=episode_at(request, review, nth))
    return redirect("analysis:episodes", review.in_address)


@needs(Can.ANALYSE)
@require_POST
def undo_factor(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    take_back_factor(by=viewer, factor=factor_at(request, review, pk))
    return redirect("analysis:episodes", review.in_address)


@needs(Can.ANALYSE)
@require_POST
def undo_finding(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    take_back_finding(by=viewer, finding=finding_at(request, review, nth))
    return redirect("analysis:findings", review.in_address)


@needs(Can.ANALYSE)
@require_POST
def undo_evidence(request: HttpRequest, review: Review, nth: int, pk: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(request, review, nth)
    take_back_evidence(by=viewer, evidence=evidence_at(request, finding, pk))
    return redirect(address_of_finding(finding))


@needs(Can.ANALYSE)
@require_POST
def share(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    share_account(by=viewer, episode=episode_at(request, review, nth))
    return redirect("analysis:account", review.in_address, nth)


@needs(Can.ANALYSE)
@require_POST
def undo_share(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    take_back_account(by=viewer, episode=episode_at(request, review, nth))
    return redirect("analysis:account", review.in_address, nth)


@needs(Can.KEEP_CONVERSATIONS)
@require_POST
def undo_withdrawal_of_conversation(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    one = conversation_at(request, review, nth)
    put_conversation_back(by=viewer, conversation=one)
    return redirect(address_of_conversation(one))
