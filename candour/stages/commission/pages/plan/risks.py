"""What could go wrong: raised in words, watched by somebody, said anew, and closed with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import change_risk, close_risk, raise_risk
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import Risk
from candour.stages.commission.place import address, form_page, place_in

keeps = needs(Can.KEEP_PLAN)


class Form(VersionedForm):
    what = forms.CharField(
        label="What could go wrong", max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    how_likely = forms.CharField(
        label="How likely",
        help_text="In words: rather likely, because two key people leave in May.",
        max_length=200,
    )
    how_bad = forms.CharField(label="How bad it would be", help_text="In words.", max_length=200)
    done_about_it = forms.CharField(
        label="What is done about it", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    watcher = forms.CharField(label="Who watches", max_length=120)
    look_again_on = DayField(label="Looked at again by", required=False)


class CloseForm(forms.Form):
    closed_on = DayField(label="Day")
    why = forms.CharField(
        label="Why need it not be watched any more?", max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )


def initial_of(one: Any) -> dict[str, Any]:
    names = ("version", "what", "how_likely", "how_bad", "done_about_it", "watcher")
    day = one.look_again_on
    return {**{name: getattr(one, name) for name in names}, "look_again_on": spoken_day(day) if day else ""}


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    rows = Risk.objects.visible_to(viewer).filter(review=review)
    open_ones = list(rows.filter(withdrawn_at=None, closed_at=None))
    return render(
        request,
        "stages/commission/pages/plan/risks.html",
        {
            "review": review,
            "risks": open_ones,
            "overdue": sum(bool(one.look_again_on and one.look_again_on < today()) for one in open_ones),
            "today": today(),
            "closed": rows.filter(withdrawn_at=None).exclude(closed_at=None),
            "withdrawn": rows.exclude(withdrawn_at=None),
            "may_keep": bool(may(viewer, Can.KEEP_PLAN, review)),
            "place": place_in(review, "Risks"),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


@keeps
def raise_one(request: HttpRequest, review: Review) -> HttpResponse:
    def save(version: int, **said: Any) -> None:
        raise_risk(by=request.user, review=review, **said)

    return form_page(
        request,
        Form(typed(request), initial={"version": 1}),
        save=save,
        title=f"{review.title}: what could go wrong?",
        sentence="In words, not in numbers: they are easier to disagree with.",
        button="Raise this risk",
        **_about(review, "Raise"),
    )


@keeps
def change(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Risk, pk, withdrawn_at=None, closed_at=None)
    return form_page(
        request,
        Form(typed(request), initial=initial_of(one)),
        save=lambda **said: change_risk(by=request.user, risk=one, **said),
        theirs=initial_of,
        title="Say this risk anew",
        sentence="The record keeps that it was changed, by whom and when.",
        button="Save",
        **_about(review, "Change"),
    )


@keeps
def close(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Risk, pk, withdrawn_at=None, closed_at=None)
    return form_page(
        request,
        CloseForm(typed(request), initial={"closed_on": spoken_day(today())}),
        save=lambda **said: close_risk(by=request.user, risk=one, **said),
        title="Close this risk?",
        sentence=one.what,
        button="Close it",
        **_about(review, "Close"),
    )


def _about(review: Review, step: str) -> dict[str, Any]:
    back = address("risks", review)
    return {"back": back, "place": place_in(review, ("Risks", back), step)}
