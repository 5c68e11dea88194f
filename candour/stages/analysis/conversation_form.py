"""The forms of a conversation: what is noted once, and what may be corrected later."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField

NOTES = "Notes"
CHECKED_BACK = "Day the notes were checked back"
CHECKED_BACK_HELP = "The day on which whoever spoke agreed that they are right. Leave it empty until then."


class Form(forms.Form):
    with_whom = forms.CharField(
        label="With whom", max_length=120, help_text="By role, such as Social Worker 3. Never by name."
    )
    held_on = DayField(label="Day of the conversation")
    held_by_whom = forms.CharField(
        label="Who held it", max_length=200, help_text="Those of the review who were there."
    )
    notes = forms.CharField(label=NOTES, widget=forms.Textarea(attrs={"rows": 12}))
    checked_back_on = DayField(label=CHECKED_BACK, required=False, help_text=CHECKED_BACK_HELP)

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > today():
            raise forms.ValidationError("This day is still to come. Write notes once it was held.")
        return held_on

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if (problem := _too_early(said.get("held_on"), said.get("checked_back_on"))) is not None:
            self.add_error("checked_back_on", problem)
        return said


class Correction(VersionedForm):
    notes = forms.CharField(label=NOTES, widget=forms.Textarea(attrs={"rows": 12}))
    checked_back_on = DayField(label=CHECKED_BACK, required=False, help_text=CHECKED_BACK_HELP)
    why = forms.CharField(label="Why are they corrected?", max_length=400, help_text="In a sentence.")

    def __init__(self, *args: Any, held_on: date, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self._held_on = held_on

    def clean_checked_back_on(self) -> date | None:
        day: date | None = self.cleaned_data["checked_back_on"]
        if (problem := _too_early(self._held_on, day)) is not None:
            raise forms.ValidationError(problem)
        return day


def _too_early(held_on: date | None, checked_back_on: date | None) -> str | None:
    if held_on and checked_back_on and checked_back_on < held_on:
        return "This is before the conversation. Give a day on or after it."
    return None
