"""One row, one fate: every non-blank row of a return is placed, held for a person, refused, or furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.chronology.row_entry import cell_at, entry_of, plain_when, quick_place
from candour.domain.chronology.row_words import Columns, until
from candour.domain.moments import ALONE, Context, Fate, Moment, at_time, between, read_cell
from candour.domain.returns.furniture import Furniture, Standing, furniture_of
from candour.domain.returns.mapping import Heading, changed_heading
from candour.domain.returns.no_involvement import time_without
from candour.domain.returns.tables import Cell, Place, Row, Table


class Code(StrEnum):
    """Why a row is not placed, where the reason is not its Moment's own code (`weekday_disagrees` ..)."""

    NO_DATE = "no_date"
    UNREADABLE_DATE = "unreadable_date"
    RELATIVE = "relative_without_anchor"
    NO_WORDS = "no_words"
    NO_PERIOD = "no_period"
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
    standing, columns = Standing(ALONE), Columns(heading)
    above: Moment | None = None
    for row in table.rows:
        words = columns.words_of(row)
        if not answers and not standing.in_glossary and (when := plain_when(columns, row, words)) is not None:
            place, named = quick_place(file, table.part, row.number), "" if fixed else words[columns.agency]
            cells = columns.by_name(words)
            yield entry_of(columns, row, words, standing.context, place, named or agency, when, cells)
            above = when
            continue
        answer = answers.get((table.part, row.number))
        if standing.in_glossary or not columns.plainly_an_entry(row.number, words):
            if not said and (other := _another_heading(row, columns.heading)) is not None:
                columns = Columns(other)
                yield FurnitureRow(table.part, row.number, Furniture.REPEATED_HEADING)
                continue
            kind = furniture_of(row, columns.heading, standing)
            if kind is not None and answer is None:
                yield FurnitureRow(table.part, row.number, kind)
                continue
        reader = _RowReader(row, words, columns, standing.context, above)
        named = "" if fixed else words[columns.agency]
        fate: RowFate
        if answer is not None:
            fate = reader.answered(Place(file, table.part, row.number), named or agency, answer)
        else:
            fate = reader.fate(file, table.part, named or agency)
        if isinstance(fate, Entry):
            above = fate.when
        yield fate


def _another_heading(row: Row, heading: Heading) -> Heading | None:
    return changed_heading(row, heading) if row.number > heading.row else None


class _RowReader:
    """Reads one row by its heading. `above` is the last placed row's moment: offered, never assumed."""

    __slots__ = ("above", "at", "context", "row", "words")

    def __init__(
        self, row: Row, words: list[str], at: Columns, context: Context, above: Moment | None
    ) -> None:
        self.row, self.words, self.at, self.context, self.above = row, words, at, context, above

    def fate(self, file: str, part: str, agency: str) -> Entry | Unplaced:
        cells = self.at.by_name(self.words)
        number, when = self.row.number, self.when()
        if number < self.at.heading.row:
            readings = (when.edtf,) if when.edtf else when.readings
            return Unplaced(part, number, Fate.HELD, Code.ABOVE_HEADINGS, _ABOVE, readings, cells)
        why = self._without_words()
        if (why is not None or not when.placed) and (stated := self._stated(file, part, agency, cells)):
            return stated
        if why is not None:
            if self._date_cell_tells(when, why):
                unread = when.code or Code.UNREADABLE_DATE
                return Unplaced(part, number, Fate.HELD, unread, _TOLD_AS_DATE, when.readings, cells)
            return Unplaced(part, number, why, Code.NO_WORDS, _NO_WORDS[why], when.readings, cells)
        if not when.placed:
            code, reason = when.code or Code.UNREADABLE_DATE, when.refused or ""
            readings = when.readings or self._readings_from_above(code)
            return Unplaced(part, number, when.fate, code, reason, readings, cells)
        return self._entry(Place(file, part, number), agency, when, cells)

    def _stated(self, file: str, part: str, agency: str, cells: Mapping[str, str]) -> Entry | None:
        """The row's only words say that the agency had no involvement, and over which time."""
        said = {words for column, words in enumerate(self.words) if words and column != self.at.sequence}
        words = next(iter(said), "")
        when = time_without(words, agency, self.context) if len(said) == 1 else None
        if when is None:
            return None
        place = Place(file, part, self.row.number)
        entry = self._entry(place, agency, replace(when, text=words), cells)
        return replace(entry, event=words, action="", kind=Kind.GAP_STATEMENT)

    def answered(self, place: Place, agency: str, when: Moment) -> Entry:
        """The entry of a row that a person dated. Where no words stand under event, all of its cells do."""
        cells = self.at.by_name(self.words)
        when = replace(when, text=self.words[self.at.date] or when.text)
        if not when.timed and self.words[self.at.time]:
            narrowed = at_time(when, self._cell(self.at.time))
            when = narrowed if narrowed.placed else when
        entry = self._entry(place, agency, when, cells)
        return entry if entry.event or entry.action else replace(entry, event=every_cell(cells))

    def when(self) -> Moment:
        """The date of the row, narrowed by its time column, stretched by its end date and end time."""
        day = read_cell(self._cell(self.at.date), self.context)
        if not day.placed:
            return day
        moment = at_time(day, self._cell(self.at.time)) if self.words[self.at.time] else day
        if self.words[self.at.end_date]:
            return between(moment, self._end(read_cell(self._cell(self.at.end_date), self.context)))
        if self.words[self.at.end_time] and moment.timed:
            return until(moment, self._end(day))
        return moment

    def _end(self, day: Moment) -> Moment:
        return at_time(day, self._cell(self.at.end_time)) if self.words[self.at.end_time] else day

    def _entry(self, place: Place, agency: str, when: Moment, cells: Mapping[str, str]) -> Entry:
        return entry_of(self.at, self.row, self.words, self.context, place, agency, when, cells)

    def _without_words(self) -> Fate | None:
        """Refused where nothing but a date stands in the row; held where something else does."""
        if self.words[self.at.event] or self.words[self.at.action]:
            return None
        at = self.at
        bare = {at.date, at.end_date, at.time, at.end_time, at.sequence, at.agency}
        others = (c for c in range(len(self.words)) if c not in bare and c not in self.row.carried)
        return Fate.HELD if any(self.words[c] for c in others) else Fate.REFUSED

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
            offered = read_cell(self._cell(self.at.date), replace(self.context, anchor=self.above))
        return (offered.edtf,) if offered is not None and offered.edtf else ()

    def _cell(self, column: int) -> Cell:
        return cell_at(self.row, column)


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
