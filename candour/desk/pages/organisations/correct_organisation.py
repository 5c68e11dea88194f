"""An organisation's name is written anew, the kind of an agency, and the nation of a board."""

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
from candour.domain.deadlines import calendar_names, load_calendar
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

NATIONS = {**{name: load_calendar(name).title for name in calendar_names()}, "eng": "England"}
"""By the name of their calendar, which is also the nation of their laws."""


class Form(forms.Form):
    name = forms.CharField(label="Name", max_length=200)
    agency_kind = forms.ChoiceField(
        label="Kind of agency",
        help_text="The kind gives it its mark in pictures.",
        choices=[("", "Choose a kind"), *KINDS_IN_WORDS.items()],
    )
    nation = forms.ChoiceField(
        label="Whose law the board works under",
        help_text="Notifications are offered that nation’s laws; where none is said, those of all.",
        choices=[("", "Not said"), *NATIONS.items()],
        required=False,
    )

    def __init__(self, *rest: Any, organisation: Organisation, **more: Any) -> None:
        written = {name: getattr(organisation, name) for name in ("name", "agency_kind", "nation")}
        super().__init__(*rest, initial=written, **more)
        if organisation.kind != OrganisationKind.AGENCY:
            del self.fields["agency_kind"]
        if organisation.kind != OrganisationKind.BOARD:
            del self.fields["nation"]


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
