"""A person says how independent they are, for a seat of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import declare_independence
from candour.stages.commission.place import address, form_page, place_in

YES_NO = [("yes", "Yes, that is so"), ("no", "No")]


def _asked(label: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, help_text=hint, choices=YES_NO, widget=forms.RadioSelect)


class Form(forms.Form):
    no_line = _asked("I manage nobody who was part of the case, and answer to nobody who was")
    no_part = _asked("I had no part in the case myself")
    not_employed = _asked("I work for no agency that is asked for an account")
    words = forms.CharField(
        label="What else should be known",
        help_text="For example, work for one of them in earlier years.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> Any:
        kept = super().clean()
        for name in ("no_line", "no_part", "not_employed"):
            if name in self.cleaned_data:
                self.cleaned_data[name] = self.cleaned_data[name] == "yes"
        return kept


@needs(Can.SEE_PROGRESS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    seat = get_object_or_404(Seat.objects.held_by(viewer).filter(review=review), pk=pk)
    sees = bool(may(viewer, Can.SEE_REVIEW, review))
    return form_page(
        request,
        Form(typed(request)),
        save=lambda **said: declare_independence(by=viewer, seat=seat, **said),
        back=address("seats", review) if sees else reverse("desk:tasks"),
        title=f"{review.title}: how independent are you?",
        sentence=f"Your seat: {seat.role_title}. A “no” that stands in the way of this seat closes the "
        "review to you at once; the board then decides.",
        button="Declare this",
        place=place_in(review, "Independence"),
    )
