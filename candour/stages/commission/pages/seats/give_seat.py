"""A person is let into the review, in a role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import ROLES, Can, Scope
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import FOR_AN_AGENCY, give_seat
from candour.stages.commission.place import place_in
from candour.stages.commission.reads import method_of


class Form(forms.Form):
    person = forms.ModelChoiceField(
        label="Person", queryset=Person.objects.none(), empty_label="Choose a person"
    )
    role = forms.ChoiceField(label="Seat", widget=forms.RadioSelect)
    agency = forms.ModelChoiceField(
        label="Of which agency",
        help_text="For an agency author, an agency senior or a practitioner.",
        queryset=Organisation.objects.filter(kind=OrganisationKind.AGENCY),
        required=False,
        empty_label="No agency",
    )

    def __init__(self, *rest: Any, viewer: Person, **more: Any) -> None:
        super().__init__(*rest, **more)
        person: Any = self.fields["person"]
        person.queryset = Person.objects.visible_to(viewer).filter(is_active=True).order_by("name")
        role: Any = self.fields["role"]
        seats = {word: one for word, one in ROLES.items() if one.scope is Scope.REVIEW}
        role.choices = [(word, one.title) for word, one in seats.items()]
        role.choice_hints = {word: one.says for word, one in seats.items()}

    def clean(self) -> Any:
        kept = super().clean()
        needs_one = self.cleaned_data.get("role") in FOR_AN_AGENCY and "agency" not in self.errors
        if needs_one and not self.cleaned_data.get("agency"):
            self.add_error("agency", "Choose the agency that this person sits for.")
        return kept


@needs(Can.MANAGE_SEATS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), viewer=viewer)
    back = reverse("commission:setting-up", args=[review.in_address])
    if request.method == "POST" and form.is_valid():
        try:
            give_seat(by=viewer, review=review, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("person", f"{trouble.what} {trouble.do}")
        else:
            return redirect(back)
    return render(
        request,
        "stages/commission/pages/seats/give_seat.html",
        {
            "form": form,
            "method": method_of(review),
            "title": f"{review.title}: give a seat",
            "sentence": "A seat opens the review to a person, as far as the role goes.",
            "button": "Give the seat",
            "place": place_in(review, "Give a seat"),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
