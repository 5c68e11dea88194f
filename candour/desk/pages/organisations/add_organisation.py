"""A board, an agency of its area or the national body is added."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import add_organisation
from candour.desk.administrators import installation_of
from candour.desk.agency_kinds_in_words import KINDS_IN_WORDS
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

SAYS = {
    OrganisationKind.AGENCY: "sends its account when a review asks it",
    OrganisationKind.BOARD: "takes notifications, decides and commissions reviews",
    OrganisationKind.NATIONAL: "reads decisions not to review; there is one",
}


class Form(forms.Form):
    kind = forms.ChoiceField(
        label="What is it?",
        choices=[(word, word.label) for word in SAYS],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what it is."},
    )
    name = forms.CharField(label="Name", help_text="As it stands on its letters.", max_length=200)
    board = forms.ModelChoiceField(
        label="Of which board’s area",
        help_text="For an agency.",
        queryset=Organisation.objects.filter(kind=OrganisationKind.BOARD),
        required=False,
        empty_label="Choose a board",
    )
    agency_kind = forms.ChoiceField(
        label="Kind of agency",
        help_text="For an agency. The kind gives it its mark in pictures.",
        choices=[("", "Choose a kind"), *KINDS_IN_WORDS.items()],
        required=False,
    )

    def __init__(self, *rest: Any, **more: Any) -> None:
        super().__init__(*rest, **more)
        kind: Any = self.fields["kind"]
        kind.choice_hints = {str(word): says for word, says in SAYS.items()}

    def clean(self) -> Any:
        """An agency has a board and a kind; what was chosen of them for anything else is dropped."""
        told = super().clean() or self.cleaned_data
        if told.get("kind") != OrganisationKind.AGENCY:
            return {**told, "board": None, "agency_kind": ""}
        if not told.get("board") and "board" not in self.errors:
            self.add_error("board", "Choose the board in whose area the agency works.")
        if not told.get("agency_kind") and "agency_kind" not in self.errors:
            self.add_error("agency_kind", "Choose the kind of agency; there is one for all others.")
        return told


@needs(Can.ADMINISTER, find=installation_of, address="")
def page(request: HttpRequest, installation: Organisation) -> HttpResponse:
    form = Form(typed(request), initial={"board": _only_board()})
    back = reverse("desk:organisations")
    if request.method == "POST" and form.is_valid():
        try:
            add_organisation(by=request.user, on=installation, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("name", str(trouble))
        else:
            return redirect(back)
    return render(
        request,
        "desk/pages/organisations/add_organisation.html",
        {
            "form": form,
            "title": "Add an organisation",
            "sentence": "Its name can be corrected later. It cannot be taken away.",
            "button": "Add the organisation",
            "place": [("People", reverse("desk:people")), ("Boards and agencies", back), ("Add", "")],
            "back": {"title": "Leave without saving", "href": back},
        },
    )


def _only_board() -> Organisation | None:
    """Where there is one board, there is nothing to choose."""
    boards = list(Organisation.objects.filter(kind=OrganisationKind.BOARD)[:2])
    return boards[0] if len(boards) == 1 else None
