"""The form of one held row: a reading, another date read before it is saved, or a question to the agency."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.moments import Moment
from candour.domain.moments.spoken import spoken
from candour.kernel.web.dates_in_forms import MomentField
from candour.stages.chronology.models import UnplacedRow
from candour.stages.chronology.reads import neighbours
from candour.stages.chronology.returns.held_words import choices_for, chosen

OTHER, ASK = "other", "ask"


class HeldForm(forms.Form):
    """Nothing is chosen beforehand."""

    date = forms.ChoiceField(label="What date is meant?", widget=forms.RadioSelect)
    other = MomentField(label="Another date", required=False)
    read_as = forms.CharField(required=False, widget=forms.HiddenInput)
    why = forms.CharField(label="Why", max_length=400)

    def __init__(self, row: UnplacedRow, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        offered = choices_for(row, neighbours(row))
        field: Any = self.fields["date"]
        field.choices = [
            *((one.edtf, one.words) for one in offered),
            (OTHER, "Another date, written below"),
            (ASK, "Ask the agency"),
        ]
        field.choice_hints = {one.edtf: one.hint for one in offered} | {ASK: "the row stays held"}
        field.error_messages["required"] = "Choose a date, or ask the agency."
        self.fields["why"].error_messages["required"] = "Say why: it stays with the entry."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("date") == OTHER and "other" in cleaned and cleaned["other"] is None:
            self.add_error("other", "Write the date that is meant, such as 5 March 2014.")
        elif cleaned.get("date") not in (None, OTHER) and self["other"].value():
            self._errors.pop("other", None)  # two answers: which is meant comes before what it says
            self.add_error(
                "other", "Something else is chosen above. Empty this box, or choose “Another date”."
            )
        return cleaned

    @property
    def asks(self) -> bool:
        return self.cleaned_data["date"] == ASK

    @property
    def moment(self) -> Moment:
        if self.cleaned_data["date"] == OTHER:
            moment: Moment = self.cleaned_data["other"]
            return moment
        return chosen(self.cleaned_data["date"])

    def shown_before(self) -> bool:
        """True where the person has seen how their words are read."""
        return self.cleaned_data["date"] != OTHER or self.cleaned_data["read_as"] == spoken(self.moment)

    def show_reading(self) -> None:
        data = self.data.copy()
        data["read_as"] = spoken(self.moment)
        self.data = data
