"""The areas: where it happened, where the child lives, and who placed the child there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import AREAS, Told


class Areas(Section):
    TITLE = "The areas"
    SENTENCE = "The area of the incident is the one whose board is told, even if the child lives elsewhere."

    area_incident = forms.CharField(
        label="Where it happened", help_text="The council’s area.", max_length=200, required=False
    )
    area_lives = forms.CharField(
        label="Where the child lives", help_text="If it is another area.", max_length=200, required=False
    )
    area_placed_by = forms.CharField(
        label="Who placed the child there",
        help_text="If an authority of another area did: which one, and its board if it was told.",
        max_length=200,
        required=False,
    )

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.area_incident)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {name: getattr(told, name) for name in AREAS}

    def told_now(self) -> Told:
        return replace(self.told, **{name: self.cleaned_data[name] for name in AREAS})
