"""An organisation's name is written anew, and the kind of an agency."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import correct_organisation
from candour.desk.administrators import organisation_at
from candour.desk.agency_kinds_in_words import KINDS_IN_WORDS
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed


class Form(forms.Form):
    name = forms.CharField(label="Name", max_length=200)
    agency_kind = forms.ChoiceField(
        label="Kind of agency",
        help_text="The kind gives it its mark in pictures.",
        choices=[("", "Choose a kind"), *KINDS_IN_WORDS.items()],
    )

    def __init__(self, *rest: Any, organisation: Organisation, **more: Any) -> None:
        written = {"name": organisation.name, "agency_kind": organisation.agency_kind}
        super().__init__(*rest, initial=written, **more)
        if organisation.kind != OrganisationKind.AGENCY:
            del self.fields["agency_kind"]


@needs(Can.ADMINISTER, find=organisation_at, address="slug")
def page(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    form = Form(typed(request), organisation=organisation)
    back = reverse("desk:organisations")
    if request.method == "POST" and form.is_valid():
        try:
            correct_organisation(by=request.user, organisation=organisation, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("name", str(trouble))
        else:
            return redirect(back)
    return render(
        request,
        "desk/pages/organisations/correct_organisation.html",
        {
            "form": form,
            "title": "Correct an organisation",
            "sentence": f"{organisation}. What belongs to it stays with it.",
            "button": "Save the correction",
            "place": [("People", reverse("desk:people")), ("Boards and agencies", back), ("Correct", "")],
            "back": {"title": "Leave without saving", "href": back},
        },
    )
