"""The form of one of the cast: what is asked depends on what it is."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.identity.person import KEY
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.report.models import CastMember, Kind, Sex

_FAMILY = ("former", "titles", "relation", "sex", "born", "died")
ASKED: dict[str, tuple[str, ...]] = {
    Kind.CHILD: _FAMILY,
    Kind.ADULT: _FAMILY,
    Kind.PROFESSIONAL: ("former", "titles", "role"),
}
"""What is asked beside name, other names, pseudonym and note."""
GROWN = ("titles", "former", "role", "relation", "sex", "born", "died")
_LISTS = ("aliases", "former", "titles")
_NAMED = {
    Kind.AGENCY: "Name",
    Kind.SCHOOL: "Name",
    Kind.PLACE: "Name",
    Kind.ADDRESS: "The address",
    Kind.CASE_NUMBER: "The number",
    Kind.VEHICLE: "The registration mark",
    Kind.SOCIAL_MEDIA: "The name there",
}


class LinesField(forms.CharField):
    """One a line."""

    def __init__(self, rows: int = 2, **rest: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": rows}), **rest)

    def clean(self, value: Any) -> Any:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class CastForm(VersionedForm):
    """`asks`: what it is, so that nothing is asked that cannot be; without it everything is."""

    key = forms.CharField(
        label="Key",
        help_text="How the text refers to it: [[mother]], [[sibling-1]]. No report prints it.",
        max_length=60,
    )
    kind = forms.ChoiceField(label="What it is", choices=Kind.choices)
    name = forms.CharField(label="Real name", max_length=200)
    former = LinesField(label="Maiden and former names, one a line")
    aliases = LinesField(
        rows=3,
        label="Other names, one a line",
        help_text="Pet names, how a record spells it, short forms. The check looks for each.",
    )
    titles = LinesField(label="Titles, one a line", help_text="Dr, Sister, PC.")
    role = forms.CharField(
        label="Role", help_text="Such as social worker: the pseudonym is made of it.", required=False
    )
    relation = forms.CharField(
        label="To the child of this review",
        help_text="Such as mother, stepfather, older brother. Leave it empty for the child itself.",
        required=False,
    )
    sex = forms.ChoiceField(
        label="Sex, for the genogram only", choices=[("", "Not said"), *Sex.choices], required=False
    )
    born = DayField(label="Day of birth", required=False)
    died = DayField(label="Day of death", required=False)
    pseudonym = forms.CharField(
        label="The public reads",
        help_text="Left empty, one is proposed in the cast. An agency or a place may keep its own name.",
        required=False,
        max_length=200,
    )
    note = forms.CharField(label="Note", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, asks: str = "", holds: CastMember | None = None, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name in GROWN if asks else ():
            if name not in ASKED.get(asks, ()) and not (holds and getattr(holds, name)):
                del self.fields[name]
        if asks in _NAMED:
            self.fields["name"].label = _NAMED[Kind(asks)]

    def clean_key(self) -> str:
        key: str = self.cleaned_data["key"].strip()
        if not KEY.fullmatch(key):
            raise forms.ValidationError(
                f"“{key}” cannot be a key. Write it in small letters, figures and hyphens, like sibling-1."
            )
        return key

    @property
    def said(self) -> dict[str, Any]:
        """What the actions take, but for the key; nothing of what was not asked."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "key")}


def saved_words(member: CastMember) -> dict[str, Any]:
    names = ("version", "key", "kind", "name", "pseudonym", "note", "role", "relation", "sex")
    return {
        **{name: getattr(member, name) for name in names},
        **{name: "\n".join(getattr(member, name)) for name in _LISTS},
        "born": spoken_day(member.born) if member.born else "",
        "died": spoken_day(member.died) if member.died else "",
    }
