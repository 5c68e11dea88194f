"""A proposal of the family is noted in their words, answered with reasons, or no longer made."""

from __future__ import annotations

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
from candour.stages.commission.models import Participant, Side
from candour.stages.commission.place import form_page
from candour.stages.report.actions.family import answer_proposal, note_proposal, withdraw_proposal
from candour.stages.report.hearing.place import address, place_beside, row_at
from candour.stages.report.models import Answered, FamilyProposal, Proposes


class FamilyField(forms.ModelChoiceField):
    """One of the family who takes part in this review."""

    def __init__(self, **more: Any) -> None:
        super().__init__(queryset=Participant.objects.none(), empty_label="Choose", **more)

    def of(self, review: Review) -> None:
        self.queryset = Participant.objects.filter(review=review, side=Side.FAMILY, withdrawn_at=None)


class Form(forms.Form):
    participant = FamilyField(label="Who of the family?")
    kind = forms.ChoiceField(
        label="What do they propose?", choices=Proposes.choices, widget=forms.RadioSelect
    )
    words = forms.CharField(
        label="In their words",
        help_text="For a name: the name alone. It stands on the page that their link opens.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    said_on = DayField(label="Day they said it")


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(label="Is it followed?", choices=Answered.choices, widget=forms.RadioSelect)
    reasons = forms.CharField(
        label="Why", help_text="As you tell them.", widget=forms.Textarea(attrs={"rows": 4})
    )


@needs(Can.KEEP_PARTICIPANTS)
def note(request: HttpRequest, review: Review) -> HttpResponse:
    form = Form(typed(request), initial={"said_on": spoken_day(today())})
    form.fields["participant"].of(review)  # type: ignore[attr-defined]
    return form_page(
        request,
        form,
        save=lambda **said: note_proposal(by=request.user, **said),
        back=address("family", review),
        title="Note what the family proposes",
        sentence="It is kept as they say it, and answered with reasons.",
        button="Keep it",
        place=place_beside(review, ("The family", address("family", review)), "Proposal"),
    )


@needs(Can.WRITE_REPORT)
def answer(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    proposal = row_at(request, review, FamilyProposal, pk)
    return form_page(
        request,
        AnswerForm(typed(request), initial={"answer": proposal.answer or None, "reasons": proposal.reasons}),
        save=lambda **said: answer_proposal(by=request.user, proposal=proposal, **said),
        back=address("family", review),
        title=f"Answer: {proposal.get_kind_display()[:1].lower()}{proposal.get_kind_display()[1:]}",
        sentence=f"{proposal.participant}: {proposal.words}",
        button="Keep the answer",
        place=place_beside(review, ("The family", address("family", review)), "Answer"),
    )


@needs(Can.KEEP_PARTICIPANTS)
@require_POST
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    withdraw_proposal(by=request.user, proposal=row_at(request, review, FamilyProposal, pk))
    return redirect("report:family", review.in_address)
