"""What the family asks for about being told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told


class Family(Section):
    TITLE = "The family"
    SENTENCE = "Ask early. What a family wants to know, and how, may change."

    wishes = forms.CharField(
        label="What the family asks for",
        help_text="How they want to be told, and by whom.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.wishes)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {"wishes": told.wishes}

    def told_now(self) -> Told:
        return replace(self.told, wishes=self.cleaned_data["wishes"])
