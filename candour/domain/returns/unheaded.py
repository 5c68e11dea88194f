"""Tables without a heading row: one that goes on from the table before, one known by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from candour.domain.moments import read_cell
from candour.domain.returns.fields import Field, field_of
from candour.domain.returns.mapping import LOOK_FOR_HEADING_IN, Heading, heading_words, is_single
from candour.domain.returns.tables import Row, Table, is_blank

ENOUGH_DATES = 0.6
"""Share of the cells of a column that must read as dates before it is taken for the dates."""
ROWS_LOOKED_AT = 60
FEWEST_ROWS = 2
A_GUESS = 0.5
_TIME = re.compile(r"\d{1,2}[:.]\d\d(:\d\d)?\s*([ap]\.?m\.?|h(ou)?rs?)?", re.I)


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
    if (headed := _heading_over(table, date)) is not None:
        return with_event_guessed(table, headed)
    event = max(others, key=lambda c: _letters_in(table.rows, c))
    words = tuple(f"Column {c + 1}" for c in range(width))
    columns = {Field.DATE: date, Field.EVENT: event}
    time = next((c for c in others if c != event and _mostly_times(table.rows, c)), None)
    if time is not None:
        columns[Field.TIME] = time
    return Heading(0, words, columns, dict.fromkeys(columns, A_GUESS))


def _heading_over(table: Table, date: int) -> Heading | None:
    """A row that heads the column of dates and has other headings of which none is known."""
    for row in table.rows[:LOOK_FOR_HEADING_IN]:
        found = field_of(row.words(date))
        if found is not None and found[0] is Field.DATE and not is_single(row):
            return Heading(row.number, heading_words(row), {Field.DATE: date}, {Field.DATE: found[1]})
        if _has(row, date) and read_cell(row.cells[date]).placed:
            return None
    return None


def with_event_guessed(table: Table, heading: Heading) -> Heading:
    """A heading that names no event column, with the wordiest free column in its place, or the comments.

    Beside a column of actions a free column must say about as much, else the actions are all there is.
    """
    if Field.EVENT in heading.columns:
        return heading
    rows = [row for row in table.rows if row.number > heading.row]
    free = [c for c in range(len(heading.words)) if c not in heading.columns.values()]
    comment = heading.columns.get(Field.COMMENT)
    candidates = [c for c in free if _letters_in(rows, c)]
    if (action := heading.columns.get(Field.ACTION)) is not None:
        candidates = [c for c in candidates if 2 * _letters_in(rows, c) >= _letters_in(rows, action)]
    elif not candidates and comment is not None:
        candidates = [comment]
    if not candidates:
        return heading
    event = max(candidates, key=lambda c: _letters_in(rows, c))
    columns = {one: c for one, c in heading.columns.items() if c != event} | {Field.EVENT: event}
    return replace(heading, columns=columns, confidence={**heading.confidence, Field.EVENT: A_GUESS})


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


def _letters_in(rows: Sequence[Row], column: int) -> int:
    """Letters, and not figures: a column of dates or numbers tells of no event."""
    return sum(sum(map(str.isalpha, row.words(column))) for row in rows[:ROWS_LOOKED_AT])


def _mostly_times(rows: Sequence[Row], column: int) -> bool:
    cells = [row.words(column) for row in rows[:ROWS_LOOKED_AT] if _has(row, column)]
    return bool(cells) and sum(bool(_TIME.fullmatch(one)) for one in cells) >= ENOUGH_DATES * len(cells)


def _has(row: Row, column: int) -> bool:
    return column < len(row.cells) and not is_blank(row.cells[column])
