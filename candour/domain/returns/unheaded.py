"""Tables without a heading row: one that goes on from the table before, one known by what its cells hold."""

from __future__ import annotations

from collections.abc import Sequence

from candour.domain.moments import read_cell
from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import Heading
from candour.domain.returns.tables import Row, Table, is_blank

ENOUGH_DATES = 0.6
"""Share of the cells of a column that must read as dates before it is taken for the dates."""
ROWS_LOOKED_AT = 60
FEWEST_ROWS = 2
A_GUESS = 0.5


def continues(table: Table, last: Heading) -> bool:
    """True when a table without headings has dates where the table before it had them."""
    column = last.columns[Field.DATE]
    return _width(table) <= len(last.words) and _share_of_dates(table, column) >= ENOUGH_DATES


def guess_heading(table: Table) -> Heading | None:
    """Columns by what they hold: the first that is mostly dates, and the wordiest of the others."""
    if len(table.rows) < FEWEST_ROWS:
        return None
    width = _width(table)
    date = next((c for c in range(width) if _share_of_dates(table, c) >= ENOUGH_DATES), None)
    others = [c for c in range(width) if c != date]
    if date is None or not others:
        return None
    event = max(others, key=lambda c: _words_in(table.rows, c))
    words = tuple(f"Column {c + 1}" for c in range(width))
    columns = {Field.DATE: date, Field.EVENT: event}
    return Heading(0, words, columns, dict.fromkeys(columns, A_GUESS))


def with_event_guessed(table: Table, heading: Heading) -> Heading:
    """A heading that names no event column, with the wordiest free column in its place, or the comments."""
    if Field.EVENT in heading.columns or Field.ACTION in heading.columns:
        return heading
    rows = [row for row in table.rows if row.number > heading.row]
    free = [c for c in range(len(heading.words)) if c not in heading.columns.values()]
    comment = heading.columns.get(Field.COMMENT)
    candidates = [c for c in free if _words_in(rows, c)] or ([] if comment is None else [comment])
    if not candidates:
        return heading
    event = max(candidates, key=lambda c: _words_in(rows, c))
    columns = {one: c for one, c in heading.columns.items() if c != event} | {Field.EVENT: event}
    return Heading(heading.row, heading.words, columns, {**heading.confidence, Field.EVENT: A_GUESS})


def says_pairs(table: Table) -> bool:
    """True for a title block or glossary: at most two cells a row, and no column of dates."""
    narrow = all(sum(not is_blank(cell) for cell in row.cells) <= 2 for row in table.rows)
    return narrow and not any(_share_of_dates(table, c) >= ENOUGH_DATES for c in range(_width(table)))


def _width(table: Table) -> int:
    return max((len(row.cells) for row in table.rows), default=0)


def _share_of_dates(table: Table, column: int) -> float:
    rows = [row for row in table.rows[:ROWS_LOOKED_AT] if _has(row, column)]
    if not rows:
        return 0.0
    return sum(read_cell(row.cells[column]).placed for row in rows) / len(rows)


def _words_in(rows: Sequence[Row], column: int) -> int:
    return sum(len(row.words(column)) for row in rows[:ROWS_LOOKED_AT])


def _has(row: Row, column: int) -> bool:
    return column < len(row.cells) and not is_blank(row.cells[column])
