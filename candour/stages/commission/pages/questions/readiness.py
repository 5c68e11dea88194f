"""What a board asks itself before its first review by a method, and what its people answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.questionnaires import load_questionnaire
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.guard import board_at, needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import (
    answer_readiness,
    put_readiness_answer_back,
    withdraw_readiness_answer,
)
from candour.stages.commission.models import Readiness, ReadinessAnswer
from candour.stages.commission.place import form_page
from candour.stages.commission.questions_seen import readiness_at, readiness_of

of_board = needs(Can.PREPARE, find=board_at, address="board")


class Form(forms.Form):
    words = forms.CharField(label="Your answer", widget=forms.Textarea)


@of_board
def page(request: HttpRequest, board: Organisation) -> HttpResponse:
    viewer: Any = request.user
    opened = [
        {"row": one, "method": load_method(one.method), "groups": readiness_of(one, viewer)[1]}
        for one in readiness_at(board, viewer)
    ]
    return render(
        request,
        "stages/commission/pages/questions/readiness.html",
        {
            "board": board,
            "asked": load_questionnaire("readiness"),
            "opened": opened,
            "place": [("Readiness", "")],
        },
    )


@of_board
def answer(request: HttpRequest, board: Organisation, pk: int, question: str) -> HttpResponse:
    readiness = get_object_or_404(Readiness.objects.visible_to(request.user).filter(board=board), pk=pk)
    try:
        prompt = load_questionnaire("readiness").prompt(question)
    except Trouble:
        raise Http404 from None
    back = reverse("commission:readiness", args=[board.slug])

    def save(words: str) -> None:
        answer_readiness(by=request.user, readiness=readiness, question=question, words=words)

    return form_page(
        request,
        Form(typed(request)),
        save=save,
        back=back,
        template="stages/commission/pages/questions/write.html",
        prompt=prompt,
        title=prompt.title,
        sentence=prompt.says,
        button="Keep this answer",
        place=[("Readiness", back), (prompt.title, "")],
    )


@of_board
@require_POST
def withdraw(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    withdraw_readiness_answer(by=request.user, answer=_answer(request, board, pk))
    return redirect("commission:readiness", board.slug)


@of_board
@require_POST
def put_back(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    put_readiness_answer_back(by=request.user, answer=_answer(request, board, pk))
    return redirect("commission:readiness", board.slug)


def _answer(request: HttpRequest, board: Organisation, pk: int) -> ReadinessAnswer:
    seen = ReadinessAnswer.objects.visible_to(request.user).filter(readiness__board=board)
    found: ReadinessAnswer = get_object_or_404(seen, pk=pk)
    return found
