"""Rows typed or pasted on screen: the csv they become, and what would become of each, by the same reading."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.placing import RowFate, Unplaced
from candour.domain.chronology.returned import interpret
from candour.domain.moments import Fate, from_edtf
from candour.domain.moments.spoken import spoken
from candour.domain.returns.fields import Field
from candour.domain.trouble import Trouble
from candour.files.results.blank_return import COLUMNS
from candour.files.returns.reading import read_content
from candour.stages.chronology.returns.reading import said_of

Typed = Mapping[str, str]
"""One row: words by field, and by heading those of columns that are none of our fields."""

HEADINGS: dict[str, str] = {str(one.field): one.heading for one in COLUMNS} | {
    str(Field.END_DATE): "Date to",
    str(Field.END_TIME): "Time to",
    str(Field.SEQUENCE): "No",
    str(Field.AGENCY): "Agency",
    str(Field.PEOPLE): "People",
    str(Field.TOLD_STATUS): "Told status",
}
"""Each heading is one that a file is read by, for certain."""
ALWAYS = tuple(str(one.field) for one in COLUMNS)


@dataclass(frozen=True, slots=True)
class Said:
    """What becomes of one typed row: its state, its date as read, or why it has none."""

    state: str
    """placed, held, refused; or note, for a line that is no row; or blank."""
    words: str = ""
    could: tuple[str, ...] = ()

    @property
    def is_row(self) -> bool:
        return self.state not in {"note", "blank"}


def without_blanks(rows: Iterable[Typed]) -> list[dict[str, str]]:
    """The rows and cells in which something is written, in order."""
    said = ({key: words.strip() for key, words in row.items() if words.strip()} for row in rows)
    return [row for row in said if row]


def columns_of(rows: Iterable[Typed]) -> list[str]:
    """The columns every return has, then whatever else some row has, in order of meeting."""
    return list(dict.fromkeys([*ALWAYS, *(key for row in rows for key in row)]))


def csv_of(rows: Sequence[Typed]) -> bytes:
    """One line of headings and one for each row. Every cell is quoted, so that no mark in it can mislead."""
    columns = columns_of(rows)
    kept = io.StringIO()
    made = csv.writer(kept, quoting=csv.QUOTE_ALL)
    made.writerow([HEADINGS.get(key, key) for key in columns])
    made.writerows([row.get(key, "") for key in columns] for row in rows)
    return kept.getvalue().encode()


def mapping_of(rows: Iterable[Typed]) -> dict[str, Any]:
    """What the columns of that csv mean, said as a person would say it: nothing is left to be proposed."""
    return {"columns": {key: HEADINGS[key] for key in columns_of(rows) if key in HEADINGS}}


def fates_of(rows: Sequence[Typed]) -> list[Said]:
    """What becomes of each row, read as the file it would be."""
    rows = list(rows)
    try:
        file = read_content("typed.csv", csv_of(rows))
        fates = interpret(file, said_of(mapping_of(rows))).fates if rows else ()
    except Trouble:  # nothing but titles and notes
        fates = ()
    by_row = {_number(one) - 2: _said(one) for one in fates}
    return [by_row.get(nth, _NOTE if any(row.values()) else _BLANK) for nth, row in enumerate(rows)]


_NOTE, _BLANK = Said("note", "Read as a heading or note, not as a row."), Said("blank")
_SHOWN_APART = ("date", "time", "event", "action")


def table_of(rows: Sequence[Typed], fates: Sequence[Said]) -> list[dict[str, Any]]:
    """Each row to be read: its date as written, its words, every other cell under its heading."""
    return [
        {
            "number": nth,
            "said": said,
            "written": " ".join(filter(None, (row.get("date"), row.get("time")))),
            "event": row.get("event", ""),
            "action": row.get("action", ""),
            "rest": [(HEADINGS.get(key, key), row[key]) for key in row if key not in _SHOWN_APART],
        }
        for nth, (row, said) in enumerate(zip(rows, fates, strict=True), start=1)
    ]


def _number(fate: RowFate) -> int:
    return fate.place.row if isinstance(fate, Entry) else fate.row


def _said(fate: RowFate) -> Said:
    if isinstance(fate, Entry):
        return Said("placed", spoken(fate.when))
    if isinstance(fate, Unplaced):
        could = tuple(dict.fromkeys(filter(None, map(_in_words, fate.readings))))
        return Said("held" if fate.fate is Fate.HELD else "refused", fate.reason, could)
    return _NOTE


def _in_words(reading: str) -> str:
    """Nothing for "one of these", which only says the others again, and for a day of no year."""
    if reading.startswith(("[", "XXXX")):
        return ""
    try:
        return spoken(from_edtf(reading.rstrip("?")))
    except ValueError:
        return ""
