"""The form of one of the cast."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.identity.person import KEY
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.report.models import CastMember, Kind


class CastForm(VersionedForm):
    key = forms.CharField(
        label="Key",
        help_text="How the text refers to it: [[mother]], [[sibling-1]]. No report prints it.",
        max_length=60,
    )
    kind = forms.ChoiceField(label="What it is", choices=Kind.choices)
    name = forms.CharField(label="Real name", max_length=200)
    aliases = forms.CharField(
        label="Other names, one a line",
        help_text="Pet names, former names, how a record spells it. The check looks for each.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    pseudonym = forms.CharField(
        label="The public reads",
        help_text="An agency or a place may keep its own name.",
        required=False,
        max_length=200,
    )
    born = DayField(label="Day of birth", required=False)
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"].strip()
        if not KEY.fullmatch(key):
            raise forms.ValidationError(
                f"“{key}” cannot be a key. Write it in small letters, figures and hyphens, like sibling-1."
            )
        return key

    def clean_aliases(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["aliases"].splitlines() if line.strip()]

    @property
    def said(self) -> dict[str, Any]:
        """What the actions take, but for the key."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "key")}


def saved_words(member: CastMember) -> dict[str, Any]:
    names = ("version", "key", "kind", "name", "pseudonym", "note")
    born = f"{member.born.day} {member.born:%B %Y}" if member.born else ""
    return {
        **{name: getattr(member, name) for name in names},
        "aliases": "\n".join(member.aliases),
        "born": born,
    }
