"""Which of the decisions that one sees are asked for: of a year, with an outcome, of a board."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.models import Decision, DecisionOutcome
from candour.stages.decide.reads import decided

FEW = 10
"""So many decisions, or fewer, are seen without being sought."""


class AskedForm(forms.Form):
    """What may be chosen is what there is; a word that is no choice filters nothing."""

    year = forms.ChoiceField(label="Decided in", required=False)
    outcome = forms.ChoiceField(label="Decision", required=False)
    board = forms.ChoiceField(label="Board", required=False)

    def __init__(self, viewer: Person, address: QueryDict) -> None:
        super().__init__(initial={name: address.get(name, "") for name in self.base_fields})
        self.all = decided(viewer)
        years = self.all.order_by("-decided_on__year").values_list("decided_on__year", flat=True).distinct()
        boards = Organisation.objects.filter(notifications__decisions__in=self.all).distinct()
        self._may_be("year", [(str(one), str(one)) for one in years])
        self._may_be("outcome", DecisionOutcome.choices)
        self._may_be("board", [(one.slug, one.name) for one in boards.order_by("name")])
        if len(boards) < 2:
            del self.fields["board"]

    @property
    def is_wanted(self) -> bool:
        return bool(self.said) or self.all.count() > FEW

    @property
    def said(self) -> dict[str, str]:
        """What was chosen, by its field, of what there is to choose."""
        fields: dict[str, Any] = self.fields
        asked = {name: self.initial[name] for name in fields}
        return {name: words for name, words in asked.items() if words in dict(fields[name].choices) and words}

    @property
    def in_words(self) -> list[str]:
        """As the choices have it."""
        fields: dict[str, Any] = self.fields
        return [dict(fields[name].choices)[words] for name, words in self.said.items()]

    def found(self) -> QuerySet[Decision]:
        lookups = {"year": "decided_on__year", "outcome": "outcome", "board": "notification__board__slug"}
        return self.all.filter(**{lookups[name]: words for name, words in self.said.items()})

    def _may_be(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = [("", "All"), *choices]
