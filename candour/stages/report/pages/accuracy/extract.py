"""One extract that was sent to be checked: its words, the answer, the ruling by a named person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.extracts import (
    note_answer,
    rule_on_extract,
    take_back_ruling_on_extract,
    withdraw_extract,
    withdraw_noted_answer,
)
from candour.stages.report.hearing.place import address, row_at
from candour.stages.report.hearing.reads import state_of
from candour.stages.report.models import Extract, ExtractAnswer, ExtractKind, ExtractRuling
from candour.stages.report.pages.replies.reply import AnswerForm, RulingForm, WhyForm
from candour.stages.report.place import place_of


def extract_at(request: HttpRequest, review: Review, pk: int) -> Extract:
    """Of a round of accuracy: a right of reply has a page of its own."""
    seen = Extract.objects.visible_to(request.user).filter(report__review=review, kind=ExtractKind.ACCURACY)
    found: Extract = get_object_or_404(seen.select_related("report__review"), pk=pk)
    return found


@needs(Can.SEE_SOURCE, reading="opened_accuracy_extract")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    extract = extract_at(request, review, pk)
    return render(
        request,
        "stages/report/pages/accuracy/extract.html",
        {
            "review": review,
            "extract": extract,
            "state": state_of(extract, today()),
            "answers": extract.answers.all(),
            "ruling": extract.ruling,
            "earlier": extract.rulings.exclude(withdrawn_at=None),
            "is_late": extract.is_late(today()),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": _place(request, review, extract.called),
            "print_words": f"Round of accuracy, review {review.written_number}",
        },
    )


@needs(Can.WRITE_REPORT)
def answer(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    extract = extract_at(request, review, pk)
    return form_page(
        request,
        AnswerForm(typed(request), initial={"answered_on": spoken_day(today())}),
        save=lambda **said: note_answer(by=request.user, extract=extract, **said),
        back=address("accuracy-extract", review, pk),
        title=f"What {extract.called} says",
        sentence="As they said it, whole. A later answer stands beside the first.",
        button="Keep the answer",
        place=_place(request, review, extract.called, "Answer"),
    )


@needs(Can.WRITE_REPORT)
def rule(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    extract = extract_at(request, review, pk)
    return form_page(
        request,
        RulingForm(typed(request)),
        save=lambda **said: rule_on_extract(by=request.user, extract=extract, today=today(), **said),
        back=address("accuracy-extract", review, pk),
        title=f"Rule on what {extract.called} says",
        sentence="Your name stands beside it. A change or a note is written in the report itself.",
        button="Rule",
        place=_place(request, review, extract.called, "Ruling"),
    )


@needs(Can.WRITE_REPORT)
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    extract = extract_at(request, review, pk)
    return form_page(
        request,
        WhyForm(typed(request)),
        save=lambda why: withdraw_extract(by=request.user, extract=extract, why=why),
        back=address("accuracy-extract", review, pk),
        template="web/confirm.html",
        title=f"Withdraw the extract for {extract.called}",
        sentence="They can no longer read it here. What they have read, they have read.",
        follows=["It stays in the list, struck through, with your reason."],
        button="Withdraw",
        place=_place(request, review, extract.called, "Withdraw"),
    )


@needs(Can.WRITE_REPORT)
@require_POST
def take_back_ruling(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    ruling = row_at(request, review, ExtractRuling, pk)
    take_back_ruling_on_extract(by=request.user, ruling=ruling)
    return redirect("report:accuracy-extract", review.in_address, ruling.extract_id)


@needs(Can.WRITE_REPORT)
@require_POST
def withdraw_answer(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    noted = row_at(request, review, ExtractAnswer, pk)
    withdraw_noted_answer(by=request.user, answer=noted)
    return redirect("report:accuracy-extract", review.in_address, noted.extract_id)


def _place(request: HttpRequest, review: Review, *steps: str) -> Any:
    viewer: Any = request.user
    return place_of(review, viewer, ("Accuracy", address("accuracy", review)), *steps)
