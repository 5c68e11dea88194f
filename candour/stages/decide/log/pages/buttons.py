"""The buttons of an earlier log: taken in, taken back, left out, and an answer taken back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.guard import board_at, needs
from candour.stages.decide.actions import take_back_log_answer, withdraw_log
from candour.stages.decide.log.models import BoardLog, LogAnswer, LogRun
from candour.stages.decide.log.place import log_at
from candour.stages.decide.log.runs import ask_to_take_back, ask_to_take_in
from candour.stages.decide.tasks import log_run_asked_for


@needs(Can.NOTIFY, find=board_at, address="board")
@require_POST
def take_in(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    viewer: Any = request.user
    _go(ask_to_take_in(by=viewer, log=log_at(viewer, board, pk), on=today()))
    return redirect("decide:log", board.slug, pk)


@needs(Can.NOTIFY, find=board_at, address="board")
@require_POST
def take_back(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    viewer: Any = request.user
    _go(ask_to_take_back(by=viewer, log=log_at(viewer, board, pk)))
    return redirect("decide:log", board.slug, pk)


@needs(Can.NOTIFY, find=board_at, address="board")
@require_POST
def withdraw(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    withdraw_log(by=request.user, log=log_at(request.user, board, pk))
    return redirect("decide:logs", board.slug)


@needs(Can.NOTIFY, find=board_at, address="board")
@require_POST
def take_back_answer(request: HttpRequest, board: Organisation, pk: int, answer: int) -> HttpResponse:
    log: BoardLog = log_at(request.user, board, pk)
    said: Any = LogAnswer.objects.visible_to(request.user).filter(board=log.board)
    take_back_log_answer(by=request.user, answer=get_object_or_404(said, pk=answer))
    return redirect("decide:log", board.slug, pk)


def _go(run: LogRun) -> None:
    log_run_asked_for.enqueue(run.pk)
