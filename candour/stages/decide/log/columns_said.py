"""The columns of a log as a person is asked about them: headings with an example, and what was chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from candour.domain.logs import LogField, LogHeading, SaidOfLog, log_words, proposed
from candour.domain.logs.fields import IN_WORDS
from candour.domain.returns.mapping import heading_words, is_single
from candour.domain.returns.tables import Table
from candour.domain.trouble import Trouble
from candour.stages.decide.log.models import BoardLog
from candour.stages.decide.log.reading import file_of, ledger_of

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Column:
    """A heading with an example of what stands under it, and the field it is read as now ("" for none)."""

    heading: str
    example: str
    field: str


def columns_of(log: BoardLog, part: str | None, row: int | None, today: date) -> list[Column]:
    """As the log is read now, or under the row that a person points at; none where no headings are known."""
    tables = {table.part: table for table in file_of(log).tables}
    if row is not None:
        return _pointed_at(tables.get(part or ""), row)
    try:
        headings = ledger_of(log, today).headings
    except Trouble:
        return []
    found: dict[str, Column] = {}
    for name, heading in headings.items():
        for one in _columns(tables[name], heading):
            found.setdefault(one.heading, one)
    return list(found.values())


def first_rows(log: BoardLog, most: int = 15) -> list[tuple[str, int, str, str]]:
    """The first rows, among which a person may point at the headings: sheet, row, the two in one, words."""
    return [
        (table.part, row.number, f"{table.part}:{row.number}", _in_a_line(row.in_words()))
        for table in file_of(log).tables
        for row in table.rows[:most]
    ][: 3 * most]


def said_by(chosen: Mapping[str, str], part: str | None, row: int | None) -> SaidOfLog:
    """What a person chose, by heading. Raises Trouble where two are one field, or none a date of referral."""
    taken = Counter(field for field in chosen.values() if field)
    if twice := next((LogField(field) for field, count in taken.items() if count > 1), None):
        what = f"Two columns are read as {IN_WORDS[twice]}."
        raise Trouble(what, do="Choose one of them, and leave the other out.")
    if LogField.NOTIFIED_ON not in taken:
        what = f"No column is read as the {IN_WORDS[LogField.NOTIFIED_ON]}."
        raise Trouble(what, do="Say which column it is: a row without it cannot come in.")
    return SaidOfLog(
        part if row is not None else None,
        row,
        {LogField(field): heading for heading, field in chosen.items() if field},
        frozenset(heading for heading, field in chosen.items() if not field),
    )


def _in_a_line(words: list[str]) -> str:
    return " | ".join(filter(None, words))[:160]


def _pointed_at(table: Table | None, number: int) -> list[Column]:
    row = next((one for one in table.rows if one.number == number), None) if table else None
    if table is None or row is None:
        return []
    words = heading_words(row)
    return _columns(table, LogHeading(number, words, proposed(words, log_words(), SaidOfLog())))


def _columns(table: Table, heading: LogHeading) -> list[Column]:
    fields = {column: str(field) for field, column in heading.columns.items()}
    below = [row for row in table.rows if row.number > heading.row and not is_single(row)]
    below = [row for row in below if not heading.repeated_by(row)]
    return [
        Column(
            words,
            next((one.words(column)[:LONGEST] for one in below if one.words(column)), ""),
            fields.get(column, ""),
        )
        for column, words in enumerate(heading.words)
    ]
