"""A link for one of the family is made and shown once, says when they will hear, and is ended."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.models import How
from candour.stages.commission.place import form_page
from candour.stages.report.actions.family import end_family_link, make_family_link, say_when_they_hear
from candour.stages.report.hearing.place import address, place_beside, row_at
from candour.stages.report.models import FamilyLink
from candour.stages.report.pages.family.family import SHOWN_ONCE
from candour.stages.report.pages.family.proposals import FamilyField

OPEN_DAYS = 180


class HearForm(forms.Form):
    hears_on = DayField(label="They will hear by", required=False)
    hears_how = forms.ChoiceField(
        label="How", choices=[("", "Not said"), *How.choices], required=False, initial=""
    )


class Form(HearForm):
    participant = FamilyField(label="For whom?")
    expires_on = DayField(label="The link ends on")
    field_order = ("participant", "hears_on", "hears_how", "expires_on")


@needs(Can.KEEP_PARTICIPANTS)
def make(request: HttpRequest, review: Review) -> HttpResponse:
    form = Form(typed(request), initial={"expires_on": spoken_day(today() + timedelta(days=OPEN_DAYS))})
    form.fields["participant"].of(review)  # type: ignore[attr-defined]

    def save(**said: Any) -> None:
        _, token = make_family_link(by=request.user, made_on=today(), **said)
        request.session[SHOWN_ONCE] = token

    return form_page(
        request,
        form,
        save=save,
        back=address("family", review),
        title="Make a link for one of the family",
        sentence="An earlier link of theirs ends. Whoever has it can open the page without signing in.",
        button="Make the link",
        place=place_beside(review, ("The family", address("family", review)), "Make a link"),
    )


@needs(Can.KEEP_PARTICIPANTS)
def hear(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    link = row_at(request, review, FamilyLink, pk)
    day = spoken_day(link.hears_on) if link.hears_on else ""
    return form_page(
        request,
        HearForm(typed(request), initial={"hears_on": day, "hears_how": link.hears_how}),
        save=lambda **said: say_when_they_hear(by=request.user, link=link, **said),
        back=address("family", review),
        title=f"When {link.participant} will hear",
        sentence="It stands on the page of their link.",
        button="Save",
        place=place_beside(review, ("The family", address("family", review)), "When they hear"),
    )


@needs(Can.KEEP_PARTICIPANTS)
@require_POST
def end(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    end_family_link(by=request.user, link=row_at(request, review, FamilyLink, pk))
    return redirect("report:family", review.in_address)
