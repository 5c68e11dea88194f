"""Who was told of the incident afterwards, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told, ToldTo


class OneTold(forms.Form):
    who = forms.CharField(
        label="Who was told",
        help_text="A body or a role, such as the regulator.",
        max_length=200,
        required=False,
    )
    on = DayField(label="On which day", required=False)

    def clean(self) -> Any:
        kept = super().clean()
        who, on = self.cleaned_data.get("who"), self.cleaned_data.get("on")
        if who and not on and "on" not in self.errors:
            self.add_error("on", "Give the day on which they were told.")
        if on and not who:
            self.add_error("who", "Say who was told on that day, or empty it.")
        if on and on > today():
            self.add_error("on", "That day is still to come.")
        return kept


Rows = forms.formset_factory(OneTold, extra=2, max_num=20)


class TellingOthers(Section):
    TITLE = "Who else was told"
    SENTENCE = "Each body with the day. To add more, save first."

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        super().__init__(data, notification=notification, told=told)
        initial = [{"who": one.who, "on": spoken_day(one.on)} for one in told.told_to]
        self.rows = Rows(data, prefix="told", initial=initial)

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.told_to)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {}

    def told_now(self) -> Told:
        said = [form.cleaned_data for form in self.rows.forms]
        return replace(
            self.told, told_to=tuple(ToldTo(one["who"], one["on"]) for one in said if one.get("who"))
        )
