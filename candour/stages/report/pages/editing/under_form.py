"""The forms of what stands under a paragraph: a quotation, a figure with its table, a note."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django import forms

from candour.kernel.web.clashing import VersionedForm
from candour.stages.report.actions import Written
from candour.stages.report.models import Audience, Under, UnderKind

MOST_LETTERS = 4_000


class UnderForm(VersionedForm):
    """`kind` decides which boxes there are."""

    text = forms.CharField(label="Words", max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 4}))
    said_by = forms.CharField(
        label="Whose words",
        help_text="With [[keys]]: [[mother]], or: a neighbour.",
        max_length=200,
        required=False,
    )
    table = forms.CharField(
        label="Table",
        help_text="A line for each row, with commas between; the first line names the columns. "
        "Where the last column is of whole numbers, bars are drawn from it too.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=MOST_LETTERS,
    )
    alt = forms.CharField(
        label="What the figure shows",
        help_text="A sentence for those who hear the report: two visits in May, none in June.",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    audience = forms.ChoiceField(
        label="Who may read it?",
        choices=[("open", "Everybody"), ("closed", "Only those with a copy of the closed report")],
        widget=forms.RadioSelect,
        initial=Audience.OPEN,
    )
    reason = forms.CharField(label="If it is closed: why", max_length=400, required=False)
    gist = forms.CharField(
        label="If it is closed: gist for the open report",
        help_text="One sentence on what it concerns, without what is secret.",
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, kind: str, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if kind != UnderKind.FIGURE:
            del self.fields["table"], self.fields["alt"]
        else:
            self.fields["text"].label = "Title of the figure"
            self.fields["text"].widget = forms.TextInput()
        if kind != UnderKind.QUOTATION:
            del self.fields["said_by"]

    def clean_table(self) -> list[list[str]]:
        rows = [row for row in csv.reader(StringIO(self.cleaned_data["table"]), skipinitialspace=True) if row]
        if len(rows) < 2:
            raise forms.ValidationError("A table has a line that names its columns, and a row. Write both.")
        for nth, row in enumerate(rows[1:], 2):
            if len(row) != len(rows[0]):
                raise forms.ValidationError(
                    f"Line {nth} has {len(row)} cells, and the first line has {len(rows[0])}. "
                    "Put a cell that holds a comma in quotation marks."
                )
        return rows

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("audience") == Audience.CLOSED:
            for name, words in (
                ("reason", "Say why the public may not read it."),
                ("gist", "Write its gist."),
            ):
                if not said.get(name):
                    self.add_error(name, f"It is closed. {words}")
        return said

    @property
    def written(self) -> Written:
        """What the actions take. An open one has no reason and no gist."""
        said = self.cleaned_data
        rows = said.get("table") or [[]]
        closed = said["audience"] == Audience.CLOSED
        return Written(
            text=said["text"],
            said_by=said.get("said_by", ""),
            columns=rows[0],
            rows=rows[1:],
            alt=said.get("alt", ""),
            audience=said["audience"],
            reason=said["reason"] if closed else "",
            gist=said["gist"] if closed else "",
        )


def saved_words(under: Under) -> dict[str, Any]:
    """One of them as its form shows it."""
    table = StringIO()
    csv.writer(table, lineterminator="\n").writerows([under.columns, *under.rows])
    names = ("version", "text", "said_by", "alt", "audience", "reason", "gist")
    return {**{name: getattr(under, name) for name in names}, "table": table.getvalue().strip()}
