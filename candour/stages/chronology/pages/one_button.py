"""What is done to a return by its button only: read now, or something taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions import (
    take_back_held_rows_sent,
    take_back_withdrawal_of_return,
    undo_correction,
)
from candour.stages.chronology.returns.place import paper_at, return_at
from candour.stages.chronology.tasks import read_what_came


@needs(Can.SEND_RETURN)
@require_POST
def read_now(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    read_what_came.enqueue(return_at(request, review, pk).pk, viewer.username)
    return redirect("chronology:return", review.in_address, pk)


@needs(Can.SEND_RETURN)
@require_POST
def undo_withdrawal(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    take_back_withdrawal_of_return(by=viewer, return_=return_at(request, review, pk))
    return redirect("chronology:return", review.in_address, pk)


@needs(Can.SEND_RETURN)
@require_POST
def go_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    earlier = undo_correction(by=viewer, return_=return_at(request, review, pk))
    return redirect("chronology:return", review.in_address, earlier.pk)


@needs(Can.FIX_HELD_ROWS)
@require_POST
def undo_held_rows(request: HttpRequest, review: Review, pk: int, paper_pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    take_back_held_rows_sent(by=viewer, return_=sent, paper=paper_at(request, sent, paper_pk))
    return redirect("chronology:held-rows-sent", review.in_address, pk, paper_pk)
