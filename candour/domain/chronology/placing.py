"""One row, one fate: every non-blank row of a return is placed, held for a person, refused, or furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.chronology.told import read_tellings, unread_days
from candour.domain.moments import ALONE, Context, Fate, Moment, at_time, between, read_cell
from candour.domain.returns.fields import Field
from candour.domain.returns.furniture import Furniture, Standing, furniture_of
from candour.domain.returns.mapping import Heading, changed_heading
from candour.domain.returns.tables import Cell, Place, Row, Table, cell_words, is_blank

GAP_STATEMENT = re.compile(
    r"\s*(no|nil)\s+((known|further|recorded)\s+)*(contacts?|involvement|entries|activity|records?)\b", re.I
)
"""An agency's own words for having had nothing to do with the family over a time."""


A_DAY = timedelta(days=1)


class Code(StrEnum):
    """Why a row is not placed, where the reason is not its Moment's own code (`weekday_disagrees` ..)."""

    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    RELATIVE = "relative_without_anchor"
    NO_WORDS = "no_words"
    NO_COLUMNS = "no_columns"
    ABOVE_HEADINGS = "above_headings"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A row held or refused: where, why in a code and in words, its possible readings, and every cell."""

    part: str
    row: int
    fate: Fate
    code: str
    reason: str
    readings: tuple[str, ...]
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FurnitureRow:
    part: str
    row: int
    kind: Furniture


RowFate = Entry | Unplaced | FurnitureRow
"""What became of one row. An Entry here has no id and no agency matched yet."""


Answers = Mapping[tuple[str, int], Moment]
"""The dates that a person gave to rows that were held, by part and row."""
NO_ANSWERS: Answers = {}


def place_rows(
    table: Table,
    heading: Heading,
    *,
    file: str,
    agency: str,
    fixed: bool = False,
    said: bool = False,
    answers: Answers = NO_ANSWERS,
) -> Iterator[RowFate]:
    """The fate of each row of a table, in its order.

    `agency` is for rows that name none themselves; for every row where it is `fixed` by a map.
    Headings that change further down are followed, unless a person has `said` which they are.
    A row that a person gave a date is placed there, with its cells as written.
    """
    standing = Standing(ALONE)
    above: Moment | None = None
    for row in table.rows:
        if row.number > heading.row and not said and (other := changed_heading(row, heading)) is not None:
            heading = other
            yield FurnitureRow(table.part, row.number, Furniture.REPEATED_HEADING)
            continue
        kind = furniture_of(row, heading, standing)
        answer = answers.get((table.part, row.number))
        if kind is not None and answer is None:
            yield FurnitureRow(table.part, row.number, kind)
            continue
        reader = _RowReader(row, heading, standing.context, above)
        named = "" if fixed else reader.agency()
        fate: RowFate
        if answer is not None:
            fate = reader.answered(Place(file, table.part, row.number), named or agency, answer)
        else:
            fate = reader.fate(file, table.part, named or agency)
        if isinstance(fate, Entry):
            above = fate.when
        yield fate


class _RowReader:
    """Reads one row by its heading. `above` is the last placed row's moment: offered, never assumed."""

    __slots__ = ("above", "columns", "context", "heading", "row")

    def __init__(self, row: Row, heading: Heading, context: Context, above: Moment | None) -> None:
        self.row, self.heading, self.context, self.above = row, heading, context, above
        self.columns = heading.columns

    def fate(self, file: str, part: str, agency: str) -> Entry | Unplaced:
        cells = cells_by_heading(self.row, self.heading)
        when = self.when()
        if self.row.number < self.heading.row:
            readings = (when.edtf,) if when.edtf else when.readings
            return Unplaced(part, self.row.number, Fate.HELD, Code.ABOVE_HEADINGS, _ABOVE, readings, cells)
        if (why := self._without_words()) is not None:
            if self._date_cell_tells(when, why):
                unread = when.code or Code.UNREADABLE_DATE
                return Unplaced(part, self.row.number, Fate.HELD, unread, _TOLD_AS_DATE, when.readings, cells)
            return Unplaced(part, self.row.number, why, Code.NO_WORDS, _NO_WORDS[why], when.readings, cells)
        if not when.placed:
            code, reason = when.code or Code.UNREADABLE_DATE, when.refused or ""
            readings = when.readings or self._readings_from_above(code)
            return Unplaced(part, self.row.number, when.fate, code, reason, readings, cells)
        return self._entry(Place(file, part, self.row.number), agency, when, cells)

    def answered(self, place: Place, agency: str, when: Moment) -> Entry:
        """The entry of a row that a person dated. Where no words stand under event, all of its cells do."""
        cells = cells_by_heading(self.row, self.heading)
        when = replace(when, text=self._words(Field.DATE) or when.text)
        if not when.timed and not is_blank(self._cell(Field.TIME)):
            narrowed = at_time(when, self._cell(Field.TIME))
            when = narrowed if narrowed.placed else when
        entry = self._entry(place, agency, when, cells)
        return entry if entry.event or entry.action else replace(entry, event=every_cell(cells))

    def agency(self) -> str:
        return self._words(Field.AGENCY)

    def when(self) -> Moment:
        """The date of the row, narrowed by its time column, stretched by its end date."""
        moment = read_cell(self._cell(Field.DATE), self.context)
        if not moment.placed:
            return moment
        if not is_blank(self._cell(Field.TIME)):
            moment = at_time(moment, self._cell(Field.TIME))
        if not is_blank(self._cell(Field.END_DATE)):
            return between(moment, read_cell(self._cell(Field.END_DATE), self.context))
        return moment

    def _entry(self, place: Place, agency: str, when: Moment, cells: Mapping[str, str]) -> Entry:
        told = read_tellings(
            self._cell(Field.TOLD),
            self._cell(Field.TOLD_ON),
            self._cell(Field.TOLD_STATUS),
            Context(year=self.context.year, month=self.context.month, anchor=when),
        )
        recorded = self._recorded(when)
        event = self._words(Field.EVENT)
        return Entry(
            id="",
            agency=agency,
            place=place,
            when=when,
            event=event,
            recorded=recorded,
            kind=_kind(event, when),
            action=self._words(Field.ACTION),
            role=self._words(Field.ROLE),
            people=tuple(one.strip() for one in re.split(r"[;\n]", self._words(Field.PEOPLE)) if one.strip()),
            told=told,
            source=self._words(Field.SOURCE),
            cells=cells,
            flags=tuple(self._flags(when, recorded, unread_days(told))),
            sequence=_leading_number(self._words(Field.SEQUENCE)),
        )

    def _recorded(self, when: Moment) -> Moment | None:
        cell = self._cell(Field.RECORDED_ON)
        if not is_blank(cell):
            return read_cell(cell, Context(year=self.context.year, month=self.context.month, anchor=when))
        written = dict(when.also).get("recorded")
        return read_cell(written, ALONE) if written else None

    def _flags(self, when: Moment, recorded: Moment | None, told_unread: bool) -> Iterator[str]:
        seen, alone = _yes_or_no(self._words(Field.CHILD_SEEN)), _yes_or_no(self._words(Field.CHILD_ALONE))
        if seen is not None:
            yield "child_seen" if seen else "child_not_seen"
        if alone:
            yield "child_alone"
        if told_unread:
            yield "told_date_unread"
        if recorded is not None and not recorded.placed:
            yield "recorded_date_unread"
        elif recorded and recorded.latest and when.earliest and recorded.latest < when.earliest:
            yield "recorded_before_it_happened"

    def _without_words(self) -> Fate | None:
        """Refused where nothing but a date stands in the row; held where something else does."""
        if self._words(Field.EVENT) or self._words(Field.ACTION):
            return None
        told_of = {Field.DATE, Field.END_DATE, Field.TIME, Field.SEQUENCE, Field.AGENCY}
        bare = {self.columns[one] for one in told_of if one in self.columns}
        others = (c for c in range(len(self.row.cells)) if c not in bare and c not in self.row.carried)
        return Fate.HELD if any(self.row.words(c) for c in others) else Fate.REFUSED

    def _date_cell_tells(self, when: Moment, why: Fate) -> bool:
        """True where words stand alone in the date column: "No contact between 3 May and 1 June"."""
        alone = why is Fate.REFUSED and not when.placed
        return (
            alone and when.code in {None, Code.UNREADABLE_DATE, "ambiguous_date"} and bool(when.text.strip())
        )

    def _readings_from_above(self, code: str) -> tuple[str, ...]:
        """An undated row may share the date above it, and "three days later" may be later than that.

        A person is offered these readings; nothing is assumed.
        """
        if self.above is None:
            return ()
        offered = self.above if code == Code.NO_DATE else None
        if code == Code.RELATIVE:
            offered = read_cell(self._cell(Field.DATE), replace(self.context, anchor=self.above))
        return (offered.edtf,) if offered is not None and offered.edtf else ()

    def _cell(self, field: Field) -> Cell:
        column = self.columns.get(field)
        if column is None or column >= len(self.row.cells):
            return None
        return self.row.cells[column]

    def _words(self, field: Field) -> str:
        return cell_words(self._cell(field))


_ABOVE = (
    "The row has a date and words but stands above the headings: it may be an entry or part of the title."
)
_TOLD_AS_DATE = "The row's only words stand in the date column: they may be a statement or a heading."
_NO_WORDS = {
    Fate.HELD: "The row has no words under event or action; they may stand in another column.",
    Fate.REFUSED: "The row says nothing but a date.",
}


def every_cell(cells: Mapping[str, str]) -> str:
    """All words of a row, for one that a person dated and whose columns say nothing of an event."""
    return "; ".join(dict.fromkeys(cells.values()))


def cells_by_heading(row: Row, heading: Heading) -> dict[str, str]:
    """Every cell that says something, by the words of its column's heading."""
    cells = {}
    for column in range(len(row.cells)):
        if words := row.words(column):
            named = column < len(heading.words)
            cells[heading.words[column] if named else f"Column {column + 1}"] = words
    return cells


def _leading_number(words: str) -> float | None:
    found = re.match(r"\d{1,9}(\.\d{1,6})?", words)
    return float(found[0]) if found else None


def _kind(event: str, when: Moment) -> Kind:
    """A gap statement covers a time; "No contact made" on one day is an entry like any other."""
    over_a_time = when.earliest is None or when.latest is None or when.latest - when.earliest >= A_DAY
    return Kind.GAP_STATEMENT if over_a_time and GAP_STATEMENT.match(event) else Kind.ENTRY


def _yes_or_no(words: str) -> bool | None:
    first = words.casefold().strip(" .")
    if first in {"y", "yes", "true", "seen", "x", "✓", "✔"} or first.startswith("yes"):
        return True
    if first in {"n", "no", "false", "not seen"} or first.startswith("no,"):
        return False
    return None
