"""Which row of a sheet heads a log's columns, and what each column tells: proposed, or as a person said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from candour.domain.logs.fields import DATES, LogField
from candour.domain.logs.said import NOTHING_SAID, SaidOfLog
from candour.domain.logs.words import LogWords, fold
from candour.domain.moments import read_cell
from candour.domain.returns.mapping import LOOK_FOR_HEADING_IN, heading_words
from candour.domain.returns.tables import Row, Table
from candour.domain.trouble import Trouble

LEAST_KNOWN = 3
"""Columns that a row must name, one of a date among them, to be taken for the headings of a log."""


@dataclass(frozen=True, slots=True)
class LogHeading:
    """`words` are the headings of the columns in their order; `columns` the number of each field's column."""

    row: int
    words: tuple[str, ...]
    columns: Mapping[LogField, int]

    def repeated_by(self, row: Row) -> bool:
        """True where a later row says the same headings again, as at the top of a printed page."""
        said = [(fold(row.words(c)), fold(words)) for c, words in enumerate(self.words) if row.words(c)]
        return len(said) > 1 and all(one == heading for one, heading in said)


def find_log_heading(table: Table, words: LogWords, said: SaidOfLog = NOTHING_SAID) -> LogHeading | None:
    """The row that names the most columns, the first of equals; None where none reads like a log's headings.

    Raises Trouble where a person said which row it is and nothing stands there.
    """
    if said.part is not None and said.part != table.part:
        return None
    if table.headings:
        return _enough(LogHeading(0, tuple(table.headings), proposed(table.headings, words, said)))
    if said.heading_row is not None:
        return _said(table, words, said)
    best: LogHeading | None = None
    for row in table.rows[:LOOK_FOR_HEADING_IN]:
        headings = heading_words(row)
        found = _enough(LogHeading(row.number, headings, proposed(headings, words, said)))
        if found is not None and (best is None or len(found.columns) > len(best.columns)):
            best = found
    return best


def proposed(headings: Sequence[str], words: LogWords, said: SaidOfLog) -> dict[LogField, int]:
    """Each field's column: as a person said, else by the pack's words, the leftmost first."""
    columns: dict[LogField, int] = {}
    folded = [fold(one) for one in headings]
    for field, heading in said.columns.items():
        if fold(heading) in folded:
            columns[field] = folded.index(fold(heading))
    left_out = {fold(one) for one in said.left_out}
    for column, one in enumerate(folded):
        field_meant = words.headings.get(one) or words.headings.get(fold(headings[column].partition("(")[0]))
        free = column not in columns.values() and one not in left_out
        if field_meant is not None and field_meant not in columns and free:
            columns[field_meant] = column
    return columns


def tables_below(
    table: Table, heading: LogHeading, words: LogWords, said: SaidOfLog
) -> list[tuple[LogHeading, list[Row]]]:
    """The rows under the headings; from a row on that says other headings, those under that one."""
    found: list[tuple[LogHeading, list[Row]]] = [(heading, [])]
    for row in table.rows:
        over, rows = found[-1]
        if row.number <= heading.row or over.repeated_by(row):
            continue
        if (other := _other_heading(row, words, said)) is not None:
            found.append((other, []))
        else:
            rows.append(row)
    return found


def _other_heading(row: Row, words: LogWords, said: SaidOfLog) -> LogHeading | None:
    """None for a row with a date in it, which is a case, whatever its words are."""
    if any(read_cell(cell).placed for cell in row.cells):
        return None
    headings = heading_words(row)
    return _enough(LogHeading(row.number, headings, proposed(headings, words, said)))


def _enough(heading: LogHeading) -> LogHeading | None:
    dated = any(field in heading.columns for field in DATES)
    return heading if dated and len(heading.columns) >= LEAST_KNOWN else None


def _said(table: Table, words: LogWords, said: SaidOfLog) -> LogHeading:
    row = next((row for row in table.rows if row.number == said.heading_row), None)
    if row is None:
        raise Trouble(
            f"Nothing stands in row {said.heading_row}, so it cannot hold the headings.",
            where=table.part or None,
            do="Point at the row that holds them.",
        )
    headings = heading_words(row)
    return LogHeading(row.number, headings, proposed(headings, words, said))
