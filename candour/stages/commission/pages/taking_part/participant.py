"""One who takes part: what they wish, what they answered, what they were told, and letters to them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import note_reply, note_telling
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import How, Participant, Reply
from candour.stages.commission.participants_seen import STATES, templates_for
from candour.stages.commission.place import address, form_page, place_in


class ReplyForm(forms.Form):
    reply = forms.ChoiceField(label="Where it stands", choices=Reply.choices, widget=forms.RadioSelect)
    asked_on = DayField(label="Day they were asked", required=False)
    replied_on = DayField(label="Day they answered", required=False)


class TellingForm(forms.Form):
    told_on = DayField(label="Day")
    how = forms.ChoiceField(label="How", choices=How.choices, widget=forms.RadioSelect)
    words = forms.CharField(label="What they were told, or said", widget=forms.Textarea(attrs={"rows": 3}))
    told_who = forms.CharField(label="Who spoke with them", max_length=200, required=False)


@needs(Can.KEEP_PARTICIPANTS, reading="opened_participants")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Participant, pk, withdrawn_at=None)
    return render(
        request,
        "stages/commission/pages/taking_part/participant.html",
        {
            "review": review,
            "one": one,
            "state": STATES[Reply(one.reply)],
            "told": one.told.all(),
            "letters": one.letters.all(),
            "templates": templates_for(review, one.side),
            "place": _place(review, one.called),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


@needs(Can.KEEP_PARTICIPANTS)
def reply(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Participant, pk, withdrawn_at=None)
    days = {name: getattr(one, name) for name in ("asked_on", "replied_on")}
    initial = {"reply": one.reply, **{name: spoken_day(day) for name, day in days.items() if day}}
    return form_page(
        request,
        ReplyForm(typed(request), initial=initial),
        save=lambda **said: note_reply(by=request.user, participant=one, **said),
        back=address("participant", review, pk),
        title=f"{one.called}: asked and answered",
        sentence="Nobody has to take part, and anybody may change their mind.",
        button="Keep this",
        place=_place(review, one.called, "Answer"),
    )


@needs(Can.KEEP_PARTICIPANTS)
def tell(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    one = row_of(request, review, Participant, pk, withdrawn_at=None)
    return form_page(
        request,
        TellingForm(typed(request), initial={"told_on": spoken_day(today())}),
        save=lambda **said: note_telling(by=request.user, participant=one, **said),
        back=address("participant", review, pk),
        title=f"{one.called}: what they were told",
        sentence="What was said to them, and what they said, in a few plain words.",
        button="Keep this",
        place=_place(review, one.called, "Told"),
    )


def _place(review: Review, *steps: str) -> Any:
    return place_in(review, ("Family and practitioners", address("taking-part", review)), *steps)
