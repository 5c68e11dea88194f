"""What a person says of a return's columns, and what would change if its rows were read so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import Returned, interpret
from candour.domain.moments import Fate
from candour.domain.returns.fields import CERTAIN, LIKELY, Field
from candour.domain.returns.mapping import Said
from candour.domain.trouble import Trouble
from candour.stages.chronology.models import Return
from candour.stages.chronology.resting import what_rests_on
from candour.stages.chronology.returns.naming import named_drafts
from candour.stages.chronology.returns.reading import file_of, headings_as_json, read_as_said

COMPARED = ("when", "event", "action", "role", "people", "told", "recorded", "source", "flags")
SAID = {"when": "date or time", "flags": "child seen or alone", "told": "who was told"}


@dataclass(frozen=True, slots=True)
class Columns:
    """Each heading of a file once, with an example and the field it is read as now ("" for none)."""

    heading: str
    example: str
    field: str
    sure: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What another reading would do: counts before and after, and which parts of how many entries differ."""

    before: Mapping[Fate, int]
    after: Mapping[Fate, int]
    parts: tuple[tuple[str, int], ...]
    gone: int
    resting: int


def columns_of(sent: Return, heading_row: int | None = None) -> list[Columns]:
    """As the return is read now; where it cannot be read, the words of the row that a person points at."""
    if heading_row is not None:
        return _columns_at(sent, heading_row)
    found: dict[str, Columns] = {}
    for table in sent.headings:
        for one in table["columns"]:
            column = Columns(one["heading"], one["example"], one["field"], how_sure(one))
            found.setdefault(one["heading"], column)
    return list(found.values())


def how_sure(column: Mapping[str, Any]) -> str:
    """The confidence of a column's reading, in a word."""
    if not column["field"]:
        return "No field fits"
    return "Sure" if column["sure"] >= CERTAIN else "Likely" if column["sure"] >= LIKELY else "A guess"


def _columns_at(sent: Return, heading_row: int) -> list[Columns]:
    for table in file_of(sent).tables:
        rows = [row for row in table.rows if row.number == heading_row]
        if rows:
            words = [rows[0].words(column) for column in range(len(rows[0].cells))]
            return [Columns(one, "", "") for one in dict.fromkeys(filter(None, words))]
    return []


def first_rows(sent: Return, most: int = 15) -> list[tuple[int, str]]:
    """The first rows of a file, among which a person may point at the headings."""
    rows = [row for table in file_of(sent).tables for row in table.rows[:most]][:most]
    return [
        (row.number, " | ".join(filter(None, (row.words(c) for c in range(len(row.cells)))))[:160])
        for row in rows
    ]


def mapping_of(sent: Return, chosen: Mapping[str, str], heading_row: int | None = None) -> dict[str, Any]:
    """The mapping that says what a person chose, no more than differs from our own proposal.

    Raises Trouble where two columns of the file are chosen as one field, or none as the date.
    """
    taken = Counter(field for field in chosen.values() if field)
    if twice := [field for field, count in taken.items() if count > 1 and not _apart(sent, chosen, field)]:
        what = f"Two columns are read as {twice[0].replace('_', ' ')}."
        raise Trouble(what, where=sent.name, do="Choose one of them, and leave the other out.")
    if str(Field.DATE) not in taken:
        raise Trouble("No column is read as the date.", where=sent.name, do="Say which column is the date.")
    proposed = {} if heading_row is not None else _proposed(sent)
    columns = {
        field: heading for heading, field in chosen.items() if field and proposed.get(heading) != field
    }
    left_out = [heading for heading, field in chosen.items() if not field and proposed.get(heading)]
    said: dict[str, Any] = {"columns": columns, "left_out": left_out, "heading_row": heading_row}
    return {key: value for key, value in said.items() if value}


def _apart(sent: Return, chosen: Mapping[str, str], field: str) -> bool:
    """True where the headings chosen as one field never stand in one table."""
    headings = {heading for heading, one in chosen.items() if one == field}
    tables = [{column["heading"] for column in table["columns"]} for table in sent.headings]
    return bool(tables) and all(len(headings & words) <= 1 for words in tables)


def _proposed(sent: Return) -> dict[str, str]:
    try:
        tables = headings_as_json(interpret(file_of(sent), Said()))
    except Trouble:
        return {}
    return {one["heading"]: one["field"] for table in tables for one in table["columns"]}


def change_by(sent: Return, mapping: Mapping[str, Any]) -> Change:
    """What reading by this mapping would change. Raises Trouble where no table can be read so."""
    returned = read_as_said(sent, mapping)
    new = {(one.place.part, one.place.row): one for one in named_drafts(sent, returned)}
    entries = list(sent.entries.filter(withdrawn_at=None))
    old = {(one.part, one.row): one for one in entries}
    gone = [one for place, one in old.items() if place not in new]
    parts: Counter[str] = Counter()
    for place, entry in old.items():
        if place in new:
            parts.update(_differing(entry.told, new[place]))
    before = {Fate.PLACED: len(entries), **_unplaced(sent)}
    return Change(
        before,
        _counts(returned),
        tuple((SAID.get(part, part), count) for part, count in parts.most_common()),
        len(gone),
        sum(1 for one in gone if what_rests_on(one)),
    )


def _differing(old: Told, new: Told) -> list[str]:
    was, becomes = old.as_json(), new.as_json()
    return [part for part in COMPARED if was[part] != becomes[part]]


def _unplaced(sent: Return) -> dict[Fate, int]:
    there = sent.unplaced.filter(withdrawn_at=None, placed_entry=None).values_list("fate", flat=True)
    counted = Counter(there)
    return {fate: counted[str(fate)] for fate in (Fate.HELD, Fate.REFUSED)}


def _counts(returned: Returned) -> dict[Fate, int]:
    unplaced = Counter(one.fate for one in returned.fates if isinstance(one, Unplaced))
    placed = sum(1 for _ in returned.entries())
    return {Fate.PLACED: placed, Fate.HELD: unplaced[Fate.HELD], Fate.REFUSED: unplaced[Fate.REFUSED]}
