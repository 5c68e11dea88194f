"""Which role, and where: the two questions of a post, for a page that invites and one that gives another."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.desk.roles_held import BY_POST, fits
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, Person

NONE = "none"
NO_POST = "No post yet: they will be given a seat on a review"


class PostForm(forms.Form):
    role = forms.ChoiceField(
        label="Post",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a post, or that there is none yet."},
    )
    organisation = forms.ModelChoiceField(
        label="Organisation",
        help_text="A board’s role is held at a board, the national body’s there.",
        queryset=Organisation.objects.none(),
        empty_label="Choose an organisation",
        error_messages={"required": "Choose the organisation."},
    )

    def __init__(self, *rest: Any, viewer: Person, may_be_none: bool = False, **more: Any) -> None:
        super().__init__(*rest, **more)
        organisation: Any = self.fields["organisation"]
        organisation.queryset = Organisation.objects.visible_to(viewer)
        role: Any = self.fields["role"]
        role.choices = [(word, one.title) for word, one in BY_POST.items()]
        role.choice_hints = {word: one.says for word, one in BY_POST.items()}
        if may_be_none:
            role.choices = [*role.choices, (NONE, NO_POST)]
            role.choice_hints[NONE] = "a lead reviewer, a checker, an agency’s author, family"

    def clean(self) -> Any:
        kept = super().clean()
        role, organisation = self.cleaned_data.get("role"), self.cleaned_data.get("organisation")
        if role and role != NONE and organisation:
            try:
                fits(role, organisation)
            except Trouble as trouble:
                self.add_error("organisation", str(trouble))
        return kept
