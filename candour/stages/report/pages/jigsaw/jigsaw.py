"""What joins up in the open report: each with why and what to say instead; and who signs for it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.jigsaw import CLAIM, Join
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.jigsaw import (
    ask_about_join_again,
    let_join_stay,
    sign_jigsaw,
    take_back_signing,
)
from candour.stages.report.deciding.joining_up import joins_now, rulings_of, signing_of
from candour.stages.report.models import JigsawSigning, JoinRuling, PublicFact, Report
from candour.stages.report.one_source import frozen_of
from candour.stages.report.place import place_of, report_at

TITLES = {
    "birthday": "A birthday can be reckoned",
    "interval": "Days can be reckoned from one another",
    "press": "A day that is public",
    "press_words": "Words that stand in the press",
    "family": "The size of the family",
    "health": "A rare illness",
    "background": "Where a family comes from, beside a place",
    "occupation": "A rare trade",
    "only_one": "One of a kind",
}


class StaysForm(forms.Form):
    why = forms.CharField(
        label="It may stay, because",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@needs(Can.SEE_SOURCE, reading="opened_jigsaw")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    joins, trouble = _joins(report)
    rulings = rulings_of(report)
    rows = [(TITLES.get(one.kind, one.kind), one, rulings.get(one.key)) for one in joins]
    signing = None if trouble else signing_of(report, frozen_of(report).sha256)
    waiting = sum(ruling is None for _, _, ruling in rows)
    facts = PublicFact.objects.visible_to(request.user).filter(review=review)
    return render(
        request,
        "stages/report/pages/jigsaw/jigsaw.html",
        {
            "review": review,
            "rows": rows,
            "waiting": waiting,
            "trouble": trouble,
            "claim": CLAIM,
            "facts": facts.filter(withdrawn_at=None),
            "withdrawn": facts.exclude(withdrawn_at=None),
            "signing": signing,
            "earlier": report.jigsaw_signings.exclude(pk=signing.pk if signing else None).first(),
            "unnamed": review.cast.filter(pseudonym="").exists(),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, "What joins up"),
            "print_words": f"What joins up, review {review.written_number}, restricted",
        },
    )


@needs(Can.WRITE_REPORT, reading="opened_jigsaw")
def rule(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    asked = request.GET.get("join", "")
    join = next((one for one in _joins(report)[0] if one.key == asked), None)
    back = reverse("report:jigsaw", args=[review.in_address])
    if join is None:
        if not asked:
            raise Http404
        messages.info(request, "This is not found any more: the text has changed.")
        return redirect(back)
    return form_page(
        request,
        StaysForm(typed(request)),
        save=lambda why: let_join_stay(by=request.user, report=report, key=asked, why=why),
        back=back,
        title="May this stay?",
        sentence=f"{_facts(join)} {join.why} {join.instead}",
        button="It may stay",
        leave="Leave it for now",
        action=f"?{urlencode({'join': asked})}",
        place=place_of(review, request.user, ("What joins up", back), "May it stay"),
    )


@needs(Can.WRITE_REPORT)
@require_POST
def again(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = JoinRuling.objects.visible_to(request.user).filter(report__review=review, withdrawn_at=None)
    ask_about_join_again(by=request.user, ruling=get_object_or_404(seen, pk=pk))
    return redirect("report:jigsaw", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def sign(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    try:
        sign_jigsaw(by=request.user, report=report, signed_on=today())
    except Trouble as trouble:
        messages.info(request, f"{trouble.what} {trouble.do}")
    return redirect("report:jigsaw", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def take_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = JigsawSigning.objects.visible_to(request.user).filter(report__review=review, withdrawn_at=None)
    try:
        take_back_signing(by=request.user, signing=get_object_or_404(seen, pk=pk))
    except Trouble as trouble:
        messages.info(request, f"{trouble.what} {trouble.do}")
    return redirect("report:jigsaw", review.in_address)


def _joins(report: Report) -> tuple[tuple[Join, ...], Any]:
    """None while the text cannot be read, and why."""
    try:
        return joins_now(report), None
    except Trouble as trouble:
        return (), trouble


def _facts(join: Join) -> str:
    return f"{'; '.join(f'{one.where}: “{one.words}”' for one in join.facts)}.".capitalize()
