"""The form of a notification, as it is recorded and as it is changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Value, When

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Answer
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField, MomentField
from candour.stages.notify.models import ANSWERS
from candour.stages.notify.told import ANSWERED, WORDS, Told, ToldChild

LONGER = forms.Textarea(attrs={"rows": 4})
MOST_CHILDREN = 6


def answer_field(label: str, help_text: str = "") -> forms.ChoiceField:
    """Yes, no or unknown, with nothing chosen beforehand."""
    return forms.ChoiceField(label=label, help_text=help_text, choices=ANSWERS, widget=forms.RadioSelect)


class Form(VersionedForm):
    """All of a notification but its children, who have rows of their own."""

    title = forms.CharField(
        label="The name this goes by",
        help_text="Not the child’s own. For example, Child Alder.",
        max_length=120,
    )
    notified_on = DayField(label="Day the board was told")
    notifier = forms.CharField(label="Who told the board", max_length=200)
    incident = MomentField(
        label="When the incident happened",
        required=False,
        help_text="As exactly as it is known: 10 April 2014, or early April 2014, or before May 2014.",
    )
    what_happened = forms.CharField(
        label="What happened",
        help_text="Once, plainly, in the words of whoever told the board.",
        widget=LONGER,
    )
    aware_by = forms.CharField(label="Who became aware first", max_length=200)
    aware_on = DayField(label="Day they became aware")
    died = answer_field("Has a child died?")
    seriously_harmed = answer_field("Has a child been seriously harmed?")
    harm = forms.CharField(
        label="What the harm is",
        help_text="Who judged it, and what is expected to last.",
        required=False,
        widget=LONGER,
    )
    abuse_or_neglect = answer_field("Is abuse or neglect known or suspected?", "Suspected is enough for yes.")
    agencies = forms.ModelMultipleChoiceField(
        label="Agencies involved, as far as is known",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    wishes = forms.CharField(
        label="What the family asks for",
        help_text="How they want to be told, and by whom.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *rest: Any, board: Organisation, **more: Any) -> None:
        super().__init__(*rest, **more)
        agencies: Any = self.fields["agencies"]
        agencies.queryset = _agencies_nearest_first(board)
        agencies.choice_hints = {
            str(one.pk): "of another area" for one in agencies.queryset if one.board_id != board.pk
        }

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
        return kept

    def told(self, children: tuple[ToldChild, ...]) -> Told:
        """What the form says, once it is valid."""
        said = self.cleaned_data
        return Told(
            **{name: said[name] for name in WORDS},
            **{name: Answer(said[name]) for name in ANSWERED},
            incident=said["incident"],
            agencies=tuple(said["agencies"]),
            children=children,
        )


class ChildForm(forms.Form):
    name = forms.CharField(label="Name", max_length=120, required=False)
    born = forms.CharField(
        label="Born",
        max_length=120,
        required=False,
        help_text="As it was told: 9 October 2011, or about three.",
    )
    note = forms.CharField(label="Where the child is now", max_length=400, required=False)

    def clean(self) -> Any:
        kept = super().clean()
        if not self.cleaned_data.get("name") and (
            self.cleaned_data.get("born") or self.cleaned_data.get("note")
        ):
            self.add_error("name", "Give the child’s name, or empty the other two boxes.")
        return kept


class _Children(forms.BaseFormSet):  # type: ignore[type-arg]  # Django's is generic in its stubs only
    def clean(self) -> None:
        if not any(self.errors) and not self.told():
            raise forms.ValidationError(
                "Name one child at least. If the name is not known, write “not known”."
            )

    def told(self) -> tuple[ToldChild, ...]:
        filled = (form.cleaned_data for form in self.forms if form.has_changed() or form.initial)
        return tuple(
            ToldChild(child["name"], child["born"], child["note"]) for child in filled if child.get("name")
        )


ChildrenForm = forms.formset_factory(ChildForm, formset=_Children, extra=2, max_num=MOST_CHILDREN)


def name_in_title(form: Form, children: Any) -> bool:
    """Whether a child's own name stands in the title; the form then says so."""
    title = f" {form.cleaned_data.get('title', '')} ".casefold()
    names = {part for child in children.told() for part in child.name.casefold().split() if len(part) > 2}
    if names & set(title.split()):
        form.add_error("title", "This holds a child’s own name. Choose another name for it to go by.")
        return True
    return False


def initial_of(told: Told) -> dict[str, Any]:
    """The fields of the form as they stand, with days written out."""
    words: dict[str, Any] = {name: getattr(told, name) for name in (*WORDS, *ANSWERED)}
    words |= {name: _written(getattr(told, name)) for name in ("notified_on", "aware_on")}
    words["incident"] = told.incident.text if told.incident else ""
    words["agencies"] = [one.pk for one in told.agencies]
    return words


def clash_of(told: Told) -> Mapping[str, Any]:
    """The same for people to compare, with names for what forms keep as numbers."""
    initial = initial_of(told)
    del initial["agencies"]
    return initial


def _agencies_nearest_first(board: Organisation) -> Any:
    near = Case(When(board=board, then=Value(0)), default=Value(1), output_field=IntegerField())
    return Organisation.objects.filter(kind=OrganisationKind.AGENCY).order_by(near, "name")


def _written(day: date | None) -> str:
    return spoken_day(day) if day else ""
