"""A proceeding is entered, changed and ended; something is held back for it, and lifted."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import (
    change_proceeding,
    end_proceeding,
    enter_proceeding,
    hold_back,
    lift_hold,
)
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import HeldBack, Hold, Proceeding, ProceedingKind, ProceedingState
from candour.stages.commission.place import address, form_page, place_in

GOING_ON = [one for one in ProceedingState.choices if one[0] != ProceedingState.ENDED]
AREA = forms.Textarea(attrs={"rows": 3})
keeps = needs(Can.KEEP_PLAN)


class Form(VersionedForm):
    """What is kept of a proceeding that goes on."""

    body = forms.CharField(
        label="Court or body", help_text="For example, the coroner of the area.", max_length=200
    )
    about = forms.CharField(label="What it is about", required=False, widget=AREA)
    state = forms.ChoiceField(label="Where it stands", choices=GOING_ON, widget=forms.RadioSelect)
    began_on = DayField(label="Day it began", required=False)
    next_on = DayField(label="Next day to know of", required=False)
    next_what = forms.CharField(label="What happens then", max_length=200, required=False)
    contact = forms.CharField(label="Contact", max_length=200, required=False)


class NewForm(Form):
    kind = forms.ChoiceField(label="Kind", choices=ProceedingKind.choices, widget=forms.RadioSelect)
    holds = forms.MultipleChoiceField(
        label="What it holds back",
        help_text="A report may wait for a trial while learning goes on. Nothing ticked: nothing waits.",
        choices=HeldBack.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    holds_from = DayField(label="Held back from", required=False)
    field_order = ("version", "kind", "body", "about", "state", "began_on", "holds", "holds_from")

    def clean(self) -> Any:
        kept = super().clean()
        given = self.cleaned_data
        if given.get("holds") and not (given.get("holds_from") or given.get("began_on")):
            self.add_error("holds_from", "Say from which day it holds this back.")
        return kept


class HoldForm(forms.Form):
    what = forms.ChoiceField(label="What waits", choices=HeldBack.choices, widget=forms.RadioSelect)
    from_on = DayField(label="From")
    why = forms.CharField(label="Why", max_length=400, required=False)


class LiftForm(forms.Form):
    lifted_on = DayField(label="Day from which it waits no more")
    why = forms.CharField(label="Why", max_length=400, required=False)


class EndForm(forms.Form):
    ended_on = DayField(label="Day it ended")
    outcome = forms.CharField(label="Outcome", widget=AREA)


def initial_of(one: Any) -> dict[str, Any]:
    words = ("version", "body", "about", "state", "next_what", "contact")
    days = {name: getattr(one, name) for name in ("began_on", "next_on")}
    return {
        **{name: getattr(one, name) for name in words},
        **{name: spoken_day(day) if day else "" for name, day in days.items()},
    }


@keeps
def enter(request: HttpRequest, review: Review) -> HttpResponse:
    def save(version: int, **said: Any) -> None:
        enter_proceeding(by=request.user, review=review, **said)

    return form_page(
        request,
        NewForm(typed(request), initial={"version": 1, "state": ProceedingState.UNDER_WAY}),
        save=save,
        title=f"{review.title}: enter a proceeding",
        sentence="What it holds back is kept from day to day: publication apart from learning.",
        button="Enter it",
        **_about(review, "Enter"),
    )


@keeps
def change(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Proceeding, pk, withdrawn_at=None, ended_at=None)
    return form_page(
        request,
        Form(typed(request), initial=initial_of(one)),
        save=lambda **said: change_proceeding(by=request.user, proceeding=one, **said),
        theirs=initial_of,
        title=f"{one}: what is known now",
        sentence="The record keeps that it was changed, by whom and when.",
        button="Save",
        **_about(review, "Change"),
    )


@keeps
def hold(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Proceeding, pk, withdrawn_at=None, ended_at=None)
    return form_page(
        request,
        HoldForm(typed(request), initial={"from_on": spoken_day(today())}),
        save=lambda **said: hold_back(by=request.user, proceeding=one, **said),
        title=f"{one}: what it holds back",
        sentence="Where you keep the clocks too, those of publication or learning stand still from that day.",
        button="Hold this back",
        **_about(review, "Hold back"),
    )


@keeps
def lift(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Hold, pk, withdrawn_at=None, lifted_at=None)
    return form_page(
        request,
        LiftForm(typed(request), initial={"lifted_on": spoken_day(today())}),
        save=lambda **said: lift_hold(by=request.user, hold=one, **said),
        title=f"{one.get_what_display()} waits no more for this",
        sentence=f"{one.proceeding}. What other proceedings hold back stays held back.",
        button="Lift it",
        **_about(review, "Lift"),
    )


@keeps
def end(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Proceeding, pk, withdrawn_at=None, ended_at=None)
    return form_page(
        request,
        EndForm(typed(request), initial={"ended_on": spoken_day(today())}),
        save=lambda **said: end_proceeding(by=request.user, proceeding=one, **said),
        title=f"{one}: it ended",
        sentence="What it still holds back is lifted on the same day. You can undo this.",
        button="Keep that it ended",
        **_about(review, "End"),
    )


def _about(review: Review, step: str) -> dict[str, Any]:
    back = address("proceedings", review)
    return {"back": back, "place": place_in(review, ("Parallel proceedings", back), step)}
