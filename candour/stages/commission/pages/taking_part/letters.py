"""A letter is begun from a template, kept as it was written, and given out as a Word document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.letters import blanks_of
from candour.domain.moments.spoken import spoken_day
from candour.files.letters.letter_docx import Written, letter_docx
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import (
    mark_letter_sent,
    put_letter_back,
    put_telling_back,
    take_back_sending,
    withdraw_letter,
    withdraw_telling,
    write_letter,
)
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import Letter, Participant, ToldParticipant
from candour.stages.commission.participants_seen import begun, templates_for
from candour.stages.commission.place import address, form_page, place_in

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
keepers = needs(Can.KEEP_PARTICIPANTS)


class Form(forms.Form):
    title = forms.CharField(label="Title", max_length=200)
    written_on = DayField(label="Day of the letter")
    body = forms.CharField(
        label="The letter",
        help_text="Blanks stand in [[ ]]: write what belongs there. An empty line begins a paragraph.",
        widget=forms.Textarea(attrs={"rows": 20}),
    )

    def clean_body(self) -> str:
        body: str = self.cleaned_data["body"]
        if blanks := blanks_of(body):
            said = "; ".join(blanks)
            raise forms.ValidationError(
                f"Blanks are left: {said}. Write what belongs there, or leave it out."
            )
        return body


@keepers
def write(request: HttpRequest, review: Review, pk: int, template: str) -> HttpResponse:
    viewer: Any = request.user
    participant = row_of(request, review, Participant, pk, withdrawn_at=None)
    chosen = next((one for one in templates_for(review, participant.side) if one.name == template), None)
    if chosen is None:
        raise Http404
    initial = {
        "title": chosen.title,
        "written_on": spoken_day(today()),
        "body": begun(chosen, participant, viewer.name),
    }

    def save(**said: Any) -> None:
        write_letter(by=viewer, participant=participant, from_template=chosen.name, **said)

    return form_page(
        request,
        Form(typed(request), initial=initial),
        save=save,
        back=address("participant", review, pk),
        title=f"A letter to {participant.called}",
        sentence="It is kept as you write it. Candour sends nothing by itself.",
        button="Keep the letter",
        place=place_in(review, ("Family and practitioners", address("taking-part", review)), "Letter"),
    )


@needs(Can.KEEP_PARTICIPANTS, reading="opened_letter")
def as_docx(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    letter = row_of(request, review, Letter, pk)
    written = Written(review.board.name, spoken_day(letter.written_on), letter.title, letter.body)
    answer = HttpResponse(letter_docx(written), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="letter-{letter.pk}.docx"'
    return answer


@keepers
@require_POST
def sent(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    letter = row_of(request, review, Letter, pk, withdrawn_at=None)
    mark_letter_sent(by=request.user, letter=letter, sent_on=max(today(), letter.written_on))
    return redirect("commission:participant", review.in_address, letter.participant_id)


@keepers
@require_POST
def not_sent(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    letter = row_of(request, review, Letter, pk)
    take_back_sending(by=request.user, letter=letter)
    return redirect("commission:participant", review.in_address, letter.participant_id)


@keepers
@require_POST
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    letter = row_of(request, review, Letter, pk, withdrawn_at=None)
    withdraw_letter(by=request.user, letter=letter)
    return redirect("commission:participant", review.in_address, letter.participant_id)


@keepers
@require_POST
def not_told(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    told = row_of(request, review, ToldParticipant, pk, withdrawn_at=None)
    withdraw_telling(by=request.user, told=told)
    return redirect("commission:participant", review.in_address, told.participant_id)


@keepers
@require_POST
def put_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    letter = row_of(request, review, Letter, pk)
    put_letter_back(by=request.user, letter=letter)
    return redirect("commission:participant", review.in_address, letter.participant_id)


@keepers
@require_POST
def told_after_all(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    told = row_of(request, review, ToldParticipant, pk)
    put_telling_back(by=request.user, told=told)
    return redirect("commission:participant", review.in_address, told.participant_id)
