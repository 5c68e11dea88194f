"""Under which lines of enquiry and themes an entry stands; one more is chosen here, or one taken off."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.chronology.chosen import lines_said
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.marks import MOST_LETTERS, mark_entry
from candour.stages.chronology.models import Mark
from candour.stages.chronology.pages.entry import entry_called
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.under import lines_of_review, themes_used

ANOTHER = "another"
Choice = tuple[str, str]


class Form(forms.Form):
    under = forms.ChoiceField(
        label="Put the entry under",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a line of enquiry, a theme, or another theme."},
    )
    theme = forms.CharField(
        label="Another theme",
        help_text="A few words, such as “moves of home”. It is offered for other entries from then on.",
        required=False,
        max_length=MOST_LETTERS,
    )

    def __init__(self, *rest: Any, choices: list[Choice], **more: Any) -> None:
        super().__init__(*rest, **more)
        self.fields["under"].choices = [*choices, (ANOTHER, "Another theme, in the box below")]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("under") == ANOTHER and not said.get("theme", "").strip():
            self.add_error("theme", "Say the theme in a few words.")
        return said

    @property
    def mark(self) -> dict[str, str]:
        """The kind and words of what was chosen."""
        under = self.cleaned_data["under"]
        if under == ANOTHER:
            return {"kind": Mark.Kind.THEME, "words": self.cleaned_data["theme"]}
        kind, _, words = under.partition(":")
        return {"kind": kind, "words": words}


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review, key: str) -> HttpResponse:
    viewer: Any = request.user
    entry = entry_called(viewer, review, key)
    marks = Mark.objects.visible_to(viewer).filter(entry=entry)
    standing = [one for one in marks if one.withdrawn_at is None]
    form = Form(typed(request), choices=_choices(review, standing))
    if request.method == "POST" and form.is_valid():
        mark_entry(by=viewer, entry=entry, **form.mark)
        return redirect("chronology:marks", review.in_address, key)
    told = entry.told
    steps = (
        ("Chronology", reverse("chronology:chronology", args=[review.in_address])),
        ("Entry", reverse("chronology:entry", args=[review.in_address, key])),
        ("Marks", ""),
    )
    return render(
        request,
        "stages/chronology/pages/marks.html",
        {
            "review": review,
            "place": place_in(review, viewer, *steps),
            "entry": entry,
            "told": told,
            "own": lines_said(told, lines_of_review(review)),
            "standing": standing,
            "taken_off": _taken_off(list(marks)),
            "form": form,
            "settles": bool(may(viewer, Can.SETTLE_CHRONOLOGY, review)),
        },
    )


def _choices(review: Review, standing: list[Mark]) -> list[Choice]:
    """The review's own lines in their order, then the themes used before; none it stands under already."""
    lines = [(f"{Mark.Kind.LINE_OF_ENQUIRY}:{words}", words) for words in lines_of_review(review)]
    themes = [(f"{Mark.Kind.THEME}:{words}", f"Theme: {words}") for words in themes_used(review)]
    there = {f"{one.kind}:{one.words}" for one in standing}
    return [(value, words) for value, words in (*lines, *themes) if value not in there]


def _taken_off(marks: list[Mark]) -> list[Mark]:
    """The last withdrawal of each mark that does not stand again."""
    last = {(one.kind, one.words): one for one in marks}
    return [one for one in last.values() if one.withdrawn_at is not None]
