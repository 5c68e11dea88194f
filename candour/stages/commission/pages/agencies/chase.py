"""An agency was reminded: when, how, in which words; or it has until another day, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import (
    move_due_day,
    remind_agency,
    take_back_move_of_due_day,
    take_back_reminder,
)
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import AgencyAsked, DueDayMoved, How, Reminder
from candour.stages.commission.place import address, form_page, place_in

WRITTEN_TO = "Noted for today, its people here get an e-mail that something waits, and never what."


class Form(forms.Form):
    sent_on = DayField(label="Day")
    how = forms.ChoiceField(label="How", choices=How.choices, widget=forms.RadioSelect)
    words = forms.CharField(
        label="What was said", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class DayForm(forms.Form):
    due_on = DayField(label="Day its account is due")
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


@needs(Can.ASK_AGENCIES)
def note_reminder(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    asked = row_of(request, review, AgencyAsked, pk, withdrawn_at=None)
    return form_page(
        request,
        Form(typed(request), initial={"sent_on": spoken_day(today())}),
        save=lambda **said: remind_agency(by=request.user, asked=asked, **said),
        title=f"Note a reminder to {asked.agency}",
        sentence=f"Its account is due on {spoken_day(asked.due_on, weekday=True)}. {WRITTEN_TO}",
        button="Note the reminder",
        **_about(review, "Note a reminder"),
    )


@needs(Can.ASK_AGENCIES)
def another_day(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    asked = row_of(request, review, AgencyAsked, pk, withdrawn_at=None)
    return form_page(
        request,
        DayForm(typed(request)),
        save=lambda **said: move_due_day(by=request.user, asked=asked, **said),
        title=f"Give {asked.agency} another day",
        sentence=f"Its account is due on {spoken_day(asked.due_on, weekday=True)}. That day stays readable.",
        button="Move the day",
        **_about(review, "Another day"),
    )


@needs(Can.ASK_AGENCIES)
def no_reminder(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    reminder = row_of(request, review, Reminder, pk, withdrawn_at=None)
    return form_page(
        request,
        forms.Form(typed(request)),
        save=lambda: take_back_reminder(by=request.user, reminder=reminder),
        template="web/confirm.html",
        leave="Leave it as it is",
        title=f"Take back the reminder to {reminder.asked.agency}?",
        sentence=f"Noted for {spoken_day(reminder.sent_on)}.",
        follows=["The record keeps that it was noted and taken back."],
        button="Take it back",
        **_about(review, "Take back a reminder"),
    )


@needs(Can.ASK_AGENCIES)
def earlier_day(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    moved = row_of(request, review, DueDayMoved, pk, taken_back_at=None)
    return form_page(
        request,
        forms.Form(typed(request)),
        save=lambda: take_back_move_of_due_day(by=request.user, moved=moved),
        template="web/confirm.html",
        leave="Leave it as it is",
        title=f"Let {moved.asked.agency} have the earlier day again?",
        sentence=f"Its account would be due on {spoken_day(moved.was_due_on, weekday=True)}.",
        follows=["The record keeps that the day was moved and moved back."],
        button="Use the earlier day",
        **_about(review, "Take back a move"),
    )


def _about(review: Review, step: str) -> dict[str, Any]:
    back = address("agencies", review)
    return {"back": back, "place": place_in(review, ("Agencies asked", back), step)}
