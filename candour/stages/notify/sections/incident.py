"""The incident: when it was, who became aware and when, when the board was told, and the law of that day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.kernel.people.models import Organisation
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField, MomentField
from candour.stages.notify.law_chosen import law_is_asked_again, laws_in_force, proposed_laws
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.children import stands_in_title
from candour.stages.notify.sections.section import Section, written
from candour.stages.notify.told import Told

NAMES = ("title", "notified_on", "notifier", "what_happened", "aware_by", "aware_on")


class IncidentFields(VersionedForm):
    """The fields, whether the incident is new or changed."""

    board: Organisation
    kept_law = ""
    """The law it falls under already."""

    title = forms.CharField(
        label="The name this goes by",
        help_text="Nobody’s own. For example, Child Alder.",
        max_length=120,
    )
    incident = MomentField(
        label="When the incident happened",
        required=False,
        help_text="As exactly as it is known: 10 April 2014, or early April 2014, or before May 2014.",
    )
    what_happened = forms.CharField(
        label="What happened",
        help_text="Once, plainly, in the words of whoever told the board.",
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    aware_by = forms.CharField(label="Who became aware first", max_length=200)
    aware_on = DayField(
        label="Day they became aware", help_text="It may be later than the incident: clocks may run from it."
    )
    notifier = forms.CharField(label="Who told the board", max_length=200)
    notified_on = DayField(label="Day the board was told")

    def offer_laws(self) -> None:
        """Ask for the law where several were in force; offer proposed ones where exercises are kept."""
        if proposed := proposed_laws(self.board):
            self.fields["exercise"] = forms.ChoiceField(
                label="Proposed law, never in force: for an exercise only",
                help_text="Every page then says that it is an exercise.",
                choices=[("", "No exercise: the law in force"), *((one.name, one.title) for one in proposed)],
                required=False,
            )

    def clean_notified_on(self) -> Any:
        day = self.cleaned_data["notified_on"]
        if day and day > today():
            raise forms.ValidationError(
                "That day is still to come. Give the day on which the board was told."
            )
        return day

    def clean(self) -> Any:
        kept = super().clean()
        aware, told = self.cleaned_data.get("aware_on"), self.cleaned_data.get("notified_on")
        if aware and told and aware > told:
            self.add_error(
                "aware_on",
                "This is after the day the board was told, and whoever told it knew by then. Correct one.",
            )
        if told and not self.cleaned_data.get("exercise"):
            self._ask_for_law(told)
        return kept

    def _ask_for_law(self, day: Any) -> None:
        """Asked once the day is known: with several in force, or where the law it fell under was not."""
        in_force = laws_in_force(self.board, day)
        if not self._law_is_open(day, len(in_force)):
            return
        chosen = self.data.get(self.add_prefix("regime"), "")
        self.fields["regime"] = forms.ChoiceField(
            label="Which law does this fall under?",
            choices=[(one.name, one.title) for one in in_force],
            widget=forms.RadioSelect,
        )
        if chosen in {one.name for one in in_force}:
            self.cleaned_data["regime"] = chosen
        else:
            self.add_error("regime", "Choose the law that this falls under: it was in force on that day.")

    def _law_is_open(self, day: Any, in_force: int) -> bool:
        raise NotImplementedError

    @property
    def chosen_law(self) -> str | None:
        return self.cleaned_data.get("exercise") or self.cleaned_data.get("regime") or None


class NewIncident(IncidentFields):
    """A notification begins with it, and takes its number."""

    def __init__(self, data: Any = None, *, board: Organisation) -> None:
        self.board = board
        super().__init__(data, initial={"version": 1})
        self.offer_laws()

    def _law_is_open(self, day: Any, in_force: int) -> bool:
        return in_force > 1

    def told(self) -> Told:
        said = self.cleaned_data
        return Told(**{name: said[name] for name in NAMES}, incident=said["incident"])


class Incident(IncidentFields, Section):
    TITLE = "The incident"
    SENTENCE = "The day of the incident, of awareness and of telling are three days: clocks run from each."

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        self.board, self.kept_law = notification.board, notification.regime
        super().__init__(data, notification=notification, told=told)

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.what_happened and told.aware_by)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        words = {name: getattr(told, name) for name in NAMES}
        days = {name: written(getattr(told, name)) for name in ("notified_on", "aware_on")}
        return {**words, **days, "incident": told.incident.text if told.incident else ""}

    def _law_is_open(self, day: Any, in_force: int) -> bool:
        return in_force > 0 and law_is_asked_again(self.notification, day)

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if any(stands_in_title(one.name, title) for one in self.told.children):
            raise forms.ValidationError(
                self.of_its_subject("This holds a child’s own name. Choose another name for it to go by.")
            )
        return title

    def told_now(self) -> Told:
        said = self.cleaned_data
        return replace(self.told, **{name: said[name] for name in NAMES}, incident=said["incident"])

    @property
    def regime(self) -> str | None:
        return self.chosen_law
