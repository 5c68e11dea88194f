"""The children, by their own names; what is known of each has a page of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms

from candour.stages.notify.models import Notification
from candour.stages.notify.sections.section import Section
from candour.stages.notify.told import Told, ToldChild

MOST_CHILDREN = 12


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
            self.add_error("name", "Give the name, or empty the other two boxes.")
        return kept


class _Rows(forms.BaseFormSet):  # type: ignore[type-arg]  # Django's is generic in its stubs only
    def clean(self) -> None:
        if not any(self.errors) and not self.named():
            raise forms.ValidationError("Name one at least. If the name is not known, write “not known”.")

    def named(self) -> list[tuple[int, dict[str, str]]]:
        """The filled rows, each with its place."""
        rows = [(nth, form.cleaned_data) for nth, form in enumerate(self.forms)]
        return [(nth, said) for nth, said in rows if said.get("name")]


Rows = forms.formset_factory(ChildForm, formset=_Rows, extra=2, max_num=MOST_CHILDREN)


class Children(Section):
    TITLE = "The children"
    SENTENCE = "By their own names: only the board reads this, and whoever it tells. To add more, save first."

    def __init__(self, data: Any = None, *, notification: Notification, told: Told) -> None:
        super().__init__(data, notification=notification, told=told)
        initial = [{"name": one.name, "born": one.born, "note": one.note} for one in told.children]
        self.rows = Rows(data, prefix="children", initial=initial)
        for one in self.rows.forms:
            self.said_of_its_subject(one)

    @classmethod
    def said(cls, told: Told) -> bool:
        return bool(told.children)

    @classmethod
    def initial_of(cls, told: Told) -> dict[str, Any]:
        return {}

    def clean(self) -> Any:
        kept = super().clean()
        if self.rows.is_valid():
            for _, said in self.rows.named():
                if stands_in_title(said["name"], self.notification.title):
                    self.add_error(
                        None,
                        f"“{self.notification.title}”, the name this goes by, holds "
                        f"{self.of_its_subject('a child’s own name')}. Change it under The incident first.",
                    )
        return kept

    def told_now(self) -> Told:
        """A child keeps what else was said of it, by its place."""
        before = self.told.children
        children = [
            replace(before[nth], **said) if nth < len(before) else ToldChild(**said)
            for nth, said in self.rows.named()
        ]
        return replace(self.told, children=tuple(children))


def stands_in_title(name: str, title: str) -> bool:
    """Whether a child's own name stands in the name that the notification goes by."""
    parts = {part for part in name.casefold().split() if len(part) > 2}
    return bool(parts & set(title.casefold().split()))
