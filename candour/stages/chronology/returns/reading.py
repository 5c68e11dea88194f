"""One return read from the original on the shelf, by what people said of it and what they answered."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.placing import NO_ANSWERS, Answers
from candour.domain.chronology.returned import Returned, entries_answered, interpret
from candour.domain.moments import Moment
from candour.domain.returns.fields import Field, fold_heading
from candour.domain.returns.mapping import Heading, Said
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_content
from candour.kernel.papers.shelf import read_bytes
from candour.stages.chronology.models import RememberedMapping, Return
from candour.stages.chronology.returns.naming import named

EXAMPLES_FROM = 40
"""Rows. An example of a column further down would be a rare one."""
LONGEST_EXAMPLE = 60


@lru_cache(maxsize=4)
def opened(name: str, sha256: str) -> ReturnFile:
    """The tables of a file on the shelf: placing row after row of one return opens it once."""
    return read_content(name, read_bytes(sha256))


def file_of(sent: Return) -> ReturnFile:
    """Raises Trouble for whatever cannot be read."""
    return opened(sent.name, sent.sha256)


def can_be_opened(sent: Return) -> bool:
    """True where the file has tables, whatever their columns mean: a person may then say what they do."""
    try:
        return bool(file_of(sent).tables)
    except Trouble:
        return False


def answers_of(sent: Return) -> dict[tuple[str, int], Moment]:
    """The dates people gave to rows that were held, by part and row."""
    answered = sent.unplaced.filter(answered_at__isnull=False)
    return {(one.part, one.row): Moment.from_json(one.answer) for one in answered}


def read_as_said(sent: Return, said: Mapping[str, Any], answers: Answers | None = None) -> Returned:
    """Every row's fate under a mapping. Raises Trouble where no table can be read with it."""
    given = answers_of(sent) if answers is None else answers
    if given:
        return interpret(file_of(sent), said_of(said), given)
    return _interpreted(sent.name, sent.sha256, json.dumps(said, sort_keys=True))


def drafts_answered(sent: Return, answers: Answers) -> list[Told]:
    """The entries of the rows that people dated, as the return is read: its other rows are not read again."""
    returned = read_as_said(sent, sent.mapping, NO_ANSWERS)
    return named(sent, returned, entries_answered(returned, said_of(sent.mapping), answers))


@lru_cache(maxsize=2)
def _interpreted(name: str, sha256: str, said: str) -> Returned:
    """Kept at hand for the act that follows, and for the held rows that are then placed one by one."""
    return interpret(opened(name, sha256), said_of(json.loads(said)))


def said_of(shape: Mapping[str, Any]) -> Said:
    """What a person said, as it is kept in `mapping`, for the domain."""
    columns = {Field(one): heading for one, heading in shape.get("columns", {}).items()}
    left_out = frozenset(shape.get("left_out", ()))
    return Said(shape.get("agency"), shape.get("part"), shape.get("heading_row"), columns, left_out)


def proposed_mapping(sent: Return) -> dict[str, Any]:
    """What was once said of this agency's columns, as far as this file has them."""
    found = RememberedMapping.objects.filter(board=sent.review.board, agency=sent.agency).first()
    if found is None:
        return {}
    try:
        headings = read_as_said(sent, {}, NO_ANSWERS).headings
    except Trouble:
        headings = ()  # its own headings tell nothing: perhaps those that were remembered do
    there = {fold_heading(word) for heading in headings if heading for word in heading.words}
    columns = {k: v for k, v in found.columns.items() if not headings or fold_heading(v) in there}
    left_out = [one for one in found.left_out if not headings or fold_heading(one) in there]
    said = {key: value for key, value in (("columns", columns), ("left_out", left_out)) if value}
    return said if _can_be_read(sent, said) else {}


def _can_be_read(sent: Return, said: Mapping[str, Any]) -> bool:
    try:
        read_as_said(sent, said, NO_ANSWERS)
    except Trouble:
        return False
    return True


def headings_as_json(returned: Returned) -> list[dict[str, Any]]:
    """How each table was read, for people: heading, an example, the field and how sure."""
    tables = zip(returned.file.tables, returned.headings, strict=True)
    no_rows = {(one.part, one.row) for one in returned.furniture()}
    return [_heading_as_json(table, heading, no_rows) for table, heading in tables if heading is not None]


def _heading_as_json(table: Table, heading: Heading, no_rows: set[tuple[str, int]]) -> dict[str, Any]:
    fields = {column: one for one, column in heading.columns.items()}
    rows = [row for row in table.rows if row.number > heading.row and (table.part, row.number) not in no_rows]
    columns = [
        {
            "heading": words,
            "example": _example(rows[:EXAMPLES_FROM], column),
            "field": str(fields[column]) if column in fields else "",
            "sure": heading.confidence[fields[column]] if column in fields else 0.0,
        }
        for column, words in enumerate(heading.words)
    ]
    return {"part": table.part, "row": heading.row, "columns": columns}


def _example(rows: list[Row], column: int) -> str:
    words = next((row.words(column) for row in rows if row.words(column)), "")
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[: LONGEST_EXAMPLE - 1].rstrip()}…"


def furniture_as_json(returned: Returned) -> list[dict[str, Any]]:
    words = {(table.part, row.number): _words(row) for table, row in _rows(returned.file)}
    return [
        {"part": one.part, "row": one.row, "kind": str(one.kind), "words": words.get((one.part, one.row), "")}
        for one in returned.furniture()
    ]


def _rows(file: ReturnFile) -> Iterator[tuple[Table, Row]]:
    return ((table, row) for table in file.tables for row in table.rows)


def _words(row: Row) -> str:
    return " | ".join(dict.fromkeys(filter(None, (row.words(column) for column in range(len(row.cells))))))
