"""The form of a paragraph, and the cast's keys that stand beside it."""

from __future__ import annotations

from typing import Any

from django import forms

from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.stages.analysis.models import Finding
from candour.stages.chronology.models import Entry
from candour.stages.report.models import Kind, Paragraph
from candour.stages.report.one_source import cast_of

MOST_LETTERS = 8_000
"""Some three pages: what is longer is no paragraph, and slow to look through for names."""


class ParagraphForm(VersionedForm):
    """The words, and what they rest on."""

    text = forms.CharField(
        label="Paragraph",
        help_text="Write [[mother]] for one of the cast, and [[on 2014-02-11]] for a day. A whole name of "
        "the cast and a day in words are linked as you save; what is not sure is asked about.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=MOST_LETTERS,
        error_messages={"max_length": "This is too long for one paragraph. Break it into several."},
    )
    rests_on_words = forms.CharField(
        label="Rests on, one a line",
        help_text="For example: episode 2, or: conversation with the aunt, 3 July 2014.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    rests_on = forms.CharField(
        label="Entries it rests on",
        help_text="Their keys from the chronology, such as e0123abc, with spaces between.",
        required=False,
    )
    finding_number = forms.TypedChoiceField(
        label="Tells a finding", required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.review = review
        findings = Finding.objects.filter(review=review, withdrawn_at=None).order_by("number")
        numbers = [(one.number, f"Finding {one.number}") for one in findings]
        self.fields["finding_number"].choices = [("", "None"), *numbers]  # type: ignore[attr-defined]  # a choice field
        if not numbers:
            del self.fields["finding_number"]

    def clean_rests_on(self) -> list[Entry]:
        keys = self.cleaned_data["rests_on"].replace(",", " ").split()
        found = {one.key: one for one in Entry.objects.filter(review=self.review, key__in=keys)}
        if lacking := [key for key in keys if key not in found]:
            raise forms.ValidationError(f"The chronology has no entry {lacking[0]}. Copy its key from there.")
        return list(found.values())

    def clean_rests_on_words(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["rests_on_words"].splitlines() if line.strip()]

    @property
    def said(self) -> dict[str, Any]:
        """What the actions take."""
        names = ("text", "rests_on_words", "rests_on")
        said = {name: self.cleaned_data[name] for name in names}
        return {**said, "finding_number": self.cleaned_data.get("finding_number")}


def saved_words(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as its form shows it."""
    return {
        "version": paragraph.version,
        "text": paragraph.text,
        "rests_on_words": "\n".join(paragraph.rests_on_words),
        "rests_on": " ".join(one.key for one in paragraph.rests_on.all()),
        "finding_number": paragraph.finding_number,
    }


def keys_beside(review: Review) -> list[tuple[str, str, str]]:
    """(how it is written, what readers of the open report get, what it is): no real name."""
    return [
        (f"[[{one.key}]]", one.pseudonym or "no pseudonym yet", Kind(str(one.kind)).label)
        for one in cast_of(review).people
    ]
