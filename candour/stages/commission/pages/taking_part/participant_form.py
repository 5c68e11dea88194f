"""What is kept of somebody who takes part: added, and changed by whoever saves first."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.reviews.models import Review, Seat
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import add_participant, change_participant
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import Participant, Side
from candour.stages.commission.participants_seen import sides
from candour.stages.commission.place import address, form_page, place_in

AREA = forms.Textarea(attrs={"rows": 3})


class Form(VersionedForm):
    version = forms.IntegerField(widget=forms.HiddenInput, initial=1)
    side = forms.ChoiceField(label="Who", widget=forms.RadioSelect, choices=sides)
    called = forms.CharField(
        label="Relation or role", help_text="For example, Mother, or Health visitor.", max_length=120
    )
    name = forms.CharField(
        label="Name",
        help_text="Only for letters and for those who keep this page.",
        max_length=120,
        required=False,
    )
    agency = forms.ModelChoiceField(
        label="Agency",
        help_text="For a practitioner.",
        queryset=Organisation.objects.filter(kind=OrganisationKind.AGENCY),
        required=False,
        empty_label="No agency",
    )
    person = forms.ModelChoiceField(
        label="Seat on this review",
        help_text="Where they have one: conflicts of interest are checked by it.",
        queryset=Person.objects.none(),
        required=False,
        empty_label="No seat",
    )
    takes_part = forms.CharField(label="How they take part", required=False, widget=AREA)
    wishes = forms.CharField(label="What they wish", required=False, widget=AREA)
    contact = forms.CharField(label="Who keeps in touch", max_length=200, required=False)

    def __init__(self, *rest: Any, review: Review, **more: Any) -> None:
        super().__init__(*rest, **more)
        person: Any = self.fields["person"]
        seats = Seat.objects.current().filter(review=review, role__in=("practitioner", "family"))
        person.queryset = Person.objects.filter(pk__in=seats.values("person")).order_by("name")

    def clean(self) -> Any:
        kept = super().clean()
        if self.cleaned_data.get("side") == Side.FAMILY and self.cleaned_data.get("agency"):
            self.add_error("agency", "Family sit for no agency. Leave this out.")
        return kept


def initial_of(one: Any) -> dict[str, Any]:
    names = ("version", "side", "called", "name", "takes_part", "wishes", "contact")
    return {**{name: getattr(one, name) for name in names}, "agency": one.agency_id, "person": one.person_id}


@needs(Can.KEEP_PARTICIPANTS)
def add(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    back = address("taking-part", review)

    def save(version: int, **said: Any) -> None:
        add_participant(by=viewer, review=review, **said)

    return form_page(
        request,
        Form(typed(request), review=review, initial={"version": 1}),
        save=save,
        back=back,
        title=f"{review.title}: add somebody who takes part",
        sentence="Only those who keep who takes part see this.",
        button="Add them",
        place=place_in(review, ("Family and practitioners", back), "Add"),
    )


@needs(Can.KEEP_PARTICIPANTS, reading="opened_participants")
def change(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    participant = row_of(request, review, Participant, pk, withdrawn_at=None)
    back = address("participant", review, pk)
    form = Form(typed(request), review=review, initial=initial_of(participant))
    form.fields["side"].disabled = True

    def save(side: str, **said: Any) -> None:
        change_participant(by=viewer, participant=participant, **said)

    return form_page(
        request,
        form,
        save=save,
        theirs=initial_of,
        back=back,
        title=f"{participant.called}: how they take part",
        sentence="The record keeps that it was changed, by whom and when.",
        button="Save",
        place=place_in(review, ("Family and practitioners", address("taking-part", review)), "Change"),
    )
