"""What was said of each fact that the law asks about. It is no answer to a test: those are given later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django import forms

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Answer, FactAsked, FactKind
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import ANSWERS, Notification
from candour.stages.notify.said import WITH_COLUMNS, said_of
from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told

WITHOUT_LAW = {
    "died": "Has a child died?",
    "seriously_harmed": "Has a child been seriously harmed?",
    "abuse_or_neglect": "Is abuse or neglect known or suspected?",
}


def answer_field(label: str, help_text: str = "", *, required: bool = True) -> forms.ChoiceField:
    """Yes, no or unknown, with nothing chosen beforehand."""
    return forms.ChoiceField(
        label=label, help_text=help_text, choices=ANSWERS, widget=forms.RadioSelect, required=required
    )


class Facts(Section):
    TITLE = "The harm, and what the law asks about"
    SENTENCE = "As it was told. The tests of the law are answered later, on evidence."

    harm = forms.CharField(
        label="What the harm is",
        help_text="Who judged it, and what is expected to last.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        super().__init__(data, notification=notification, told=told)
        law = law_of(notification)
        self.asked = {fact.name: fact for fact in law.facts} if law else {}
        for name, fact in self.asked.items():
            self.fields[name] = _field(fact)
            self.initial[name] = _initial(fact, said_of(notification, name)) if self.said(told) else ""
        for name, question in {} if law else WITHOUT_LAW.items():
            self.fields[name] = answer_field(question, required=False)
            self.initial[name] = getattr(told, name).value if self.said(told) else ""

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.harm or any(told.facts_said.values())) or any(
            getattr(told, name) is not Answer.UNKNOWN for name in WITH_COLUMNS
        )

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {"harm": told.harm}

    def told_now(self) -> Told:
        said = {name: self.cleaned_data[name] for name in self.fields if name not in {"harm", "version"}}
        columns = {name: Answer(said[name] or Answer.UNKNOWN) for name in WITH_COLUMNS if name in said}
        others = {name: _kept(one) for name, one in said.items() if name not in WITH_COLUMNS}
        facts = {**self.told.facts_said, **others}
        return replace(
            self.told,
            harm=self.cleaned_data["harm"],
            facts_said={name: one for name, one in facts.items() if one},
            **columns,
        )


def _field(fact: FactAsked) -> forms.Field:
    if fact.kind is FactKind.NUMBER:
        return forms.IntegerField(label=fact.question, help_text=fact.help, required=False, min_value=0)
    if fact.kind is FactKind.DATE:
        return DayField(label=fact.question, help_text=fact.help, required=False)
    return answer_field(fact.question, fact.help, required=False)


def _initial(fact: FactAsked, said: str) -> str:
    return spoken_day(date.fromisoformat(said)) if said and fact.kind is FactKind.DATE else said


def _kept(said: Any) -> str:
    """As it is kept: a day as 2014-05-19, a number in figures, an answer by its word."""
    return "" if said is None else said.isoformat() if hasattr(said, "isoformat") else str(said)
