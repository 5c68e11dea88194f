"""One child: looked after or not, register, setting, and what is asked so that unfairness can be seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.domain.rules import Subject
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.facts import answer_field
from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told

FIELDS = ("looked_after", "care_leaver", "register", "setting", "ethnicity", "disability")
WHY = (
    "You may leave this empty. It is asked so that boards and the national body can see whether some "
    "children are notified or reviewed less often than others. It decides nothing in this case."
)


class Child(Section):
    TITLE = "A child"
    SENTENCE = "Leave empty what nobody has said."

    looked_after = answer_field("Was the child looked after?", "In the care of an authority.", required=False)
    care_leaver = answer_field("Is it a care leaver?", required=False)
    register = forms.CharField(
        label="Plan or register",
        help_text="For example: child protection plan, neglect, since March 2014.",
        max_length=200,
        required=False,
    )
    setting = forms.CharField(
        label="Where the child was living",
        help_text="At home, in foster care, in a school, hospital or secure setting.",
        max_length=200,
        required=False,
    )
    ethnicity = forms.CharField(
        label="Ethnicity, as the family says it", help_text=WHY, max_length=120, required=False
    )
    disability = forms.CharField(label="Disability", help_text=WHY, max_length=200, required=False)

    def __init__(self, data: Any = None, *, notification: Notification, told: Told, nth: int) -> None:
        self.nth = nth
        super().__init__(data, notification=notification, told=told)
        if (law := law_of(notification)) is not None and law.subject is Subject.ADULT:
            del self.fields["looked_after"]  # an adult is in nobody's care as a child is
        self.initial |= {name: getattr(told.children[nth], name) for name in FIELDS}

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {}

    def told_now(self) -> Told:
        said = {name: self.cleaned_data[name] for name in FIELDS if name in self.fields}
        children = list(self.told.children)
        children[self.nth] = replace(children[self.nth], **said)
        return replace(self.told, children=tuple(children))
