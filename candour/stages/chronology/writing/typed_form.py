"""The form of typed rows: twenty at a time, with empty ones below, and nothing lost when two people save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from candour.kernel.audit.acting import Changed
from candour.kernel.web.clashing import VersionedForm, version_of
from candour.stages.chronology.writing.typed_rows import HEADINGS, Said, Typed, columns_of

ROWS_A_PAGE = 20
EMPTY = 5
MOST_SHOWN = 40
"""Rows, so that a form stays under the thousand fields that are taken at once."""
IN_SIGHT = ("date", "time", "event", "action", "told")
"""Columns that every row shows; the others are one press away."""
_LONG = {"event", "action", "comment", "child_voice"}


@dataclass(frozen=True, slots=True)
class Shown:
    """Which rows a form shows: from which (0 is the first), how many are there, how many with empty ones."""

    first: int
    had: int
    rows: int

    @classmethod
    def asked(cls, asked: Mapping[str, Any], there: int) -> Shown:
        """From an address: `from` is a row's number as people count; `empty` how many empty ones to add."""
        first = min(_whole(asked.get("from"), 1, 1), there + 1) - 1
        first -= first % ROWS_A_PAGE
        had = min(ROWS_A_PAGE, there - first)
        last = first + had >= there
        return cls(first, had, had + (_whole(asked.get("empty"), EMPTY, 0) if last else 0)).bounded()

    @classmethod
    def posted(cls, data: Mapping[str, Any]) -> Shown:
        first, had, rows = (_whole(data.get(one), 0, 0) for one in ("first", "had", "shown"))
        return cls(first, had, rows).bounded()

    def bounded(self) -> Shown:
        return Shown(self.first, min(self.had, MOST_SHOWN), min(max(self.rows, self.had), MOST_SHOWN))

    def is_last_of(self, there: int) -> bool:
        return self.first + self.had >= there


class Form(VersionedForm):
    """A field for each cell. `row-3-event` is the event of the third row that is shown."""

    def __init__(self, *args: Any, shown: Shown, columns: Sequence[str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.shown = shown
        self.columns = [one for one in columns if one in HEADINGS]
        for nth in range(shown.rows):
            for key in self.columns:
                label = f"Row {shown.first + nth + 1}, {HEADINGS[key].lower()}"
                field = forms.CharField(label=label, required=False, max_length=20_000)
                field.widget = forms.Textarea({"rows": 3}) if key in _LONG else forms.TextInput()
                field.widget.attrs["class"] = "govuk-textarea" if key in _LONG else "govuk-input"
                self.fields[name_of(nth, key)] = field

    def typed(self) -> list[dict[str, str]]:
        """The rows that are shown, empty ones too, as they stand in the form."""
        said = self.cleaned_data
        return [
            {key: words for key in self.columns if (words := said.get(name_of(nth, key), ""))}
            for nth in range(self.shown.rows)
        ]

    def begin_anew(self) -> None:
        """Saved again, it is the first version of another draft."""
        data = self.data.copy()
        data["version"] = "0"
        self.data = data

    def lines(self, fates: Sequence[Said], rows: Sequence[Typed]) -> Iterator[dict[str, Any]]:
        """Each row for the page: its fields in sight, the rest, and what becomes of it.

        `fates` and `rows` begin with the first row that is shown.
        """
        for nth in range(self.shown.rows):
            there = rows[nth] if nth < min(len(rows), self.shown.had) else {}
            rest = [self._cell(nth, key) for key in self.columns if key not in IN_SIGHT]
            yield {
                "number": self.shown.first + nth + 1,
                "said": fates[nth] if nth < len(fates) else None,
                "cells": [self._cell(nth, key) for key in IN_SIGHT],
                "rest": rest,
                "kept": [(key, there[key]) for key in there if key not in self.columns],
                "filled": sum(1 for one in rest if one["bound"].value()),
            }

    def _cell(self, nth: int, key: str) -> dict[str, Any]:
        return {"key": key, "heading": HEADINGS[key], "bound": self[name_of(nth, key)]}


def name_of(nth: int, key: str) -> str:
    return f"row-{nth}-{key}"


def initial_of(rows: Sequence[Typed]) -> dict[str, str]:
    return {name_of(nth, key): words for nth, row in enumerate(rows) for key, words in row.items()}


def with_typed(before: Sequence[Typed], form: Form) -> list[dict[str, str]]:
    """The whole draft with the rows of this form in their places; cells it does not show are kept.

    Blank rows are among them: a row whose every cell was emptied is taken out when it is saved.
    """
    first, had = form.shown.first, form.shown.had
    merged = [dict(row) for row in before[:first]]
    for nth, row in enumerate(form.typed()):
        old = before[first + nth] if nth < had and first + nth < len(before) else {}
        unseen = {key: words for key, words in old.items() if key not in form.columns}
        merged.append({**row, **unseen} if row else {})
    return [*merged, *(dict(row) for row in before[first + had :])]


def after_clash(form: Form, changed: Changed, was_last: bool) -> Form:
    """A form with both: what I typed over the rows I saw, the other's new rows, then mine."""
    first, had, mine = form.shown.first, form.shown.had, form.typed()
    now: Any = changed.now
    theirs: list[dict[str, str]] = now.rows[first : None if was_last else first + had]
    kept = mine[: min(had, len(theirs))]
    both = [*kept, *theirs[len(kept) :], *(row for row in mine[len(kept) :] if row)]
    shown = Shown(first, len(theirs), len(both)).bounded()
    data = QueryDict(mutable=True)
    data.update({name: words for name, words in initial_of(both).items()})
    data["version"] = str(version_of(changed.now))
    again = Form(data, shown=shown, columns=columns_of([*theirs, *both]))
    again.is_valid()
    again.show_clash(changed, {name: words for name, words in _every_cell(theirs, again).items()})
    return again


def _every_cell(rows: Sequence[Typed], form: Form) -> dict[str, str]:
    return {name_of(nth, key): row.get(key, "") for nth, row in enumerate(rows) for key in form.columns}


def _whole(words: Any, otherwise: int, least: int) -> int:
    try:
        return max(least, int(words))
    except (TypeError, ValueError):
        return otherwise
