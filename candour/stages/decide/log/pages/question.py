"""One question about rows of a log that are held. An answer of a word or a law is for every row with it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import answer_log_question
from candour.stages.decide.log.models import BoardLog
from candour.stages.decide.log.place import address_of, log_at, place_of_log
from candour.stages.decide.log.question_form import QuestionForm
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.log.shown import Asked, questions_of


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    log = log_at(request.user, board, pk)
    asked = _asked(log, request.GET.get("ask", ""), request.GET.get("about", ""))
    if asked is None and request.method == "POST":
        return redirect("decide:log", board.slug, pk)  # answered meanwhile: its rows are held no more
    if asked is None:
        raise Http404
    form = QuestionForm(asked, today(), typed(request))
    if request.method == "POST" and form.is_valid():
        answer_log_question(by=request.user, board=board, why=form.cleaned_data["why"], **form.said)
        return redirect(f"{address_of(log)}#questions")
    return render(
        request,
        "stages/decide/log/pages/question.html",
        {
            "place": place_of_log(log, "A question"),
            "board": board,
            "log": log,
            "asked": asked,
            "form": form,
            "rows": asked.rows,
            "alone": len(asked.rows) == 1,
            "back": address_of(log),
        },
    )


def _asked(log: BoardLog, ask: str, about: str) -> Asked | None:
    try:
        questions = questions_of(ledger_of(log, today()))
    except Trouble:
        return None
    return next((one for one in questions if one.question.key == (ask, about)), None)
