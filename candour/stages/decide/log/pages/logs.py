"""The earlier logs of a board: one is given in, and those that were."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.moments import Fate
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import keep_log
from candour.stages.decide.log.models import BoardLog
from candour.stages.decide.log.place import place_of_logs
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.log.uploading import LogFileForm


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation) -> HttpResponse:
    form = LogFileForm(typed(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["file"].name
        log = keep_log(by=request.user, board=board, name=name, content=form.content)
        return redirect("decide:log" if _reads(log) else "decide:log-columns", board.slug, log.pk)
    logs: Any = BoardLog.objects.visible_to(request.user)
    return render(
        request,
        "stages/decide/log/pages/logs.html",
        {
            "place": place_of_logs(board),
            "board": board,
            "form": form,
            "logs": [_line(one) for one in logs.filter(board=board, withdrawn_at=None)],
            "example": settings.DEMONSTRATION,
        },
    )


def _reads(log: BoardLog) -> bool:
    """Whether its columns are known without being told."""
    try:
        ledger_of(log, today())
    except Trouble:
        return False
    return True


def _line(log: BoardLog) -> dict[str, Any]:
    came = log.cases.filter(taken_back_at=None).count()  # type: ignore[attr-defined]  # a related name
    try:
        ledger = ledger_of(log, today())
    except Trouble as trouble:
        return {"log": log, "came": came, "trouble": trouble.what}
    return {"log": log, "came": came, "new": len(ledger.new), "held": len(ledger.of(Fate.HELD))}
