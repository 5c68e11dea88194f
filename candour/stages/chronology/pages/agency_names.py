"""Names under which returns speak of agencies that match none here: a person says whom each means."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions import say_agency_name
from candour.stages.chronology.models import AgencyName, Return
from candour.stages.chronology.reads import unmatched_names
from candour.stages.chronology.returns.place import place_in


class Form(forms.Form):
    name = forms.ChoiceField(label="Name in a return", error_messages={"required": "Choose a name."})
    agency = forms.ModelChoiceField(
        label="It means",
        queryset=Organisation.objects.none(),
        error_messages={"required": "Choose the agency that is meant."},
    )

    def __init__(self, review: Review, names: list[str], *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        fields: Any = self.fields
        fields["name"].choices = [("", "Choose a name"), *((name, name) for name in names)]
        fields["agency"].empty_label = "Choose an agency"
        fields["agency"].queryset = review.board.agencies.all()


@needs(Can.FIX_HELD_ROWS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    if not (verdict := may(viewer, Can.FIX_HELD_ROWS, AgencyName(review=review))):
        raise PermissionDenied(*verdict.reasons)
    seen = Return.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    names = sorted({name for sent in seen for name in unmatched_names(sent)})
    form = Form(review, names, typed(request))
    if request.method == "POST" and form.is_valid():
        say_agency_name(by=viewer, review=review, **form.cleaned_data)
        return redirect("chronology:agency-names", review.in_address)
    return render(
        request,
        "stages/chronology/pages/agency_names.html",
        {
            "place": place_in(
                review, viewer, ("Returns", f"/reviews/{review.in_address}/returns/"), ("Names", "")
            ),
            "title": "Names of agencies",
            "sentence": f"{len(names)} names in the returns match no agency here." if names else "",
            "form": form,
            "names": names,
            "said": review.agency_names.filter(withdrawn_at=None).select_related("agency"),
            "button": "Say what it means",
        },
    )
