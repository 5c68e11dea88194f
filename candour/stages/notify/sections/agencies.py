"""The agencies involved, and with whom each was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, QuerySet, Value, When

from candour.kernel.people.models import Organisation, OrganisationKind
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told

WITH = "with_"


class Agencies(Section):
    TITLE = "Agencies involved"
    SENTENCE = "As far as is known. Tick and save; each agency then has a box for whom it was involved with."

    agencies = forms.ModelMultipleChoiceField(
        label="Agencies",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        super().__init__(data, notification=notification, told=told)
        offered: Any = self.fields["agencies"]
        offered.queryset = agencies_nearest_first(notification.board)
        offered.choice_hints = {
            str(one.pk): "of another area"
            for one in offered.queryset
            if one.board_id != notification.board_id
        }
        for one in told.agencies:
            self.fields[f"{WITH}{one.slug}"] = forms.CharField(
                label=f"{one}: with whom, and how",
                help_text="For example: the mother, at the antenatal clinic.",
                max_length=200,
                required=False,
            )

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.agencies)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        chosen: dict[str, Any] = {"agencies": [one.pk for one in told.agencies]}
        return chosen | {f"{WITH}{slug}": words for slug, words in told.involved_with.items()}

    def told_now(self) -> Told:
        said = self.cleaned_data
        chosen = tuple(said["agencies"])
        words = {one.slug: said.get(f"{WITH}{one.slug}", "") for one in chosen}
        return replace(
            self.told, agencies=chosen, involved_with={slug: one for slug, one in words.items() if one}
        )


def agencies_nearest_first(board: Organisation) -> QuerySet[Organisation]:
    """The board's own agencies first, then those of other areas."""
    near = Case(When(board=board, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Organisation.objects.filter(kind=OrganisationKind.AGENCY).order_by(near, "name")
