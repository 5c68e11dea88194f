"""The form of a contributory factor: its group by the method, its words, and the episodes it was seen in."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.domain.methods import Kind, load_method
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.stages.analysis.models import Episode, Factor
from candour.stages.commission.methods_over_time import titles_of


class Form(VersionedForm):
    words = forms.CharField(
        label="What contributed", max_length=300, help_text="A condition of the work, not a person."
    )
    group = forms.ChoiceField(label="Group", widget=forms.RadioSelect)
    episodes = forms.MultipleChoiceField(
        label="Seen in",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose an episode in which it was seen."},
    )

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        groups = load_method(review.method).factor_groups
        group: Any = self.fields["group"]
        group.choices = [(one.code, one.title) for one in groups] or [("", "No groups in this method")]
        if (kept := (self.initial.get("group") or "")) and kept not in dict(group.choices):
            group.choices += [(kept, titles_of(review, Kind.GROUP).of(kept))]
        group.choice_hints = {one.code: ", ".join(one.examples).lower() for one in groups if one.examples}
        group.required = bool(groups)
        episodes: Any = self.fields["episodes"]
        self._there = {str(one.number): one for one in review.episodes.filter(withdrawn_at=None)}
        episodes.choices = [(number, f"{number}. {one.title}") for number, one in self._there.items()]

    def said(self) -> dict[str, Any]:
        said = self.cleaned_data
        seen_in: list[Episode] = [self._there[number] for number in said["episodes"]]
        return {"group": said["group"], "words": said["words"], "episodes": seen_in}


def initial_of(factor: Factor) -> dict[str, Any]:
    return {
        "words": factor.words,
        "group": factor.group,
        "episodes": [str(one.number) for one in factor.episodes.all()],
        "version": factor.version,
    }
