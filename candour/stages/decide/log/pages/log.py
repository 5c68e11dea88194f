"""One earlier log: what would come in, what is asked and refused, what came in; or how far a run of it is."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.logs import LogLedger
from candour.domain.moments import Fate
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.guard import board_at, needs
from candour.stages.decide.log.models import BoardLog, LogAnswer, LogRun, LogTakes
from candour.stages.decide.log.place import log_at, place_of_log
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.log.resting import rests_on_log, standing_cases
from candour.stages.decide.log.runs import progress_of
from candour.stages.decide.log.shown import (
    answer_in_words,
    case_rows,
    columns_shown,
    questions_of,
    would_come,
)
from candour.stages.decide.tasks import log_run_asked_for

ASK_AGAIN_AFTER = 60
"""Seconds after which a page that shows a run asks the worker for it once more."""


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    log = log_at(request.user, board, pk)
    last = LogRun.objects.filter(log=log).select_related("log__board").last()
    if last is not None and last.ended_at is None:
        return _under_way(request, last)
    try:
        ledger = ledger_of(log, today())
    except Trouble:
        return redirect("decide:log-columns", board.slug, pk)
    cases = standing_cases(log)
    return render(
        request,
        "stages/decide/log/pages/log.html",
        {
            "place": place_of_log(log),
            "board": board,
            "log": log,
            "came": cases,
            "resting": rests_on_log(log) if cases else "",
            "stopped": last if last is not None and last.stopped_why else None,
            "undo_words": f"{len(cases)} {'row' if len(cases) == 1 else 'rows'} of this log came in.",
            **_read(ledger),
            "answers": [(one, *answer_in_words(one)) for one in _answers(log)],
        },
    )


def _under_way(request: HttpRequest, run: LogRun) -> HttpResponse:
    progress = progress_of(run)
    waited = (timezone.now() - run.asked_at).total_seconds() > ASK_AGAIN_AFTER
    orphaned = progress.waits_for_somebody
    if waited and not orphaned and cache.add(f"asked-to-run-{run.pk}", True, ASK_AGAIN_AFTER):
        # A worker that was stopped does not begin again by itself. Asking twice does no harm.
        log_run_asked_for.enqueue(run.pk)
    return render(
        request,
        "stages/decide/log/pages/under_way.html",
        {
            "place": place_of_log(run.log),
            "board": run.log.board,
            "log": run.log,
            "run": run,
            "progress": progress,
            "again": "decide:take-in-log" if run.takes == LogTakes.IN else "decide:take-back-log",
        },
    )


def _read(ledger: LogLedger) -> dict[str, Any]:
    placed, held, refused = (ledger.of(one) for one in (Fate.PLACED, Fate.HELD, Fate.REFUSED))
    return {
        "placed": len(placed),
        "held": len(held),
        "refused": len(refused),
        "refused_rows": refused,
        "new": len(ledger.new),
        "would_come": would_come(ledger.new),
        "rows": list(case_rows(ledger.new)),
        "before": [one for one in placed if one.taken_in],
        "questions": questions_of(ledger),
        "day_first": ledger.day_first,
        "columns": columns_shown(ledger),
        "furniture": ledger.furniture,
    }


def _answers(log: BoardLog) -> Any:
    return LogAnswer.objects.filter(board=log.board, withdrawn_at=None).order_by("-pk")
