"""One return, interpreted: whose it is, what its columns mean, and the fate of every row in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.placing import (
    NO_ANSWERS,
    Answers,
    Code,
    FurnitureRow,
    RowFate,
    Unplaced,
    every_cell,
    place_rows,
)
from candour.domain.chronology.stated import statement_of, with_statement
from candour.domain.moments import Fate
from candour.domain.returns.fields import Field
from candour.domain.returns.furniture import Furniture, agency_in_title
from candour.domain.returns.mapping import NOTHING_SAID, Heading, Said, find_heading
from candour.domain.returns.tables import Place, ReturnFile, Row, Table
from candour.domain.returns.unheaded import continues, guess_heading, says_pairs, with_event_guessed
from candour.domain.trouble import Trouble

_NO_COLUMNS = "Its table has no heading row that could be recognised."


@dataclass(frozen=True, slots=True)
class Returned:
    """A return with the fate of each of its rows, in the file's own order.

    `agency` is whose return it is: for rows that name none and stand under no title that names one.
    """

    file: ReturnFile
    agency: str
    columns: dict[Field, str]
    fates: tuple[RowFate, ...]
    headings: tuple[Heading | None, ...] = ()
    """Of each table of the file; None for one that holds no chronology."""

    def entries(self) -> Iterator[Entry]:
        return (one for one in self.fates if isinstance(one, Entry))

    def unplaced(self, fate: Fate) -> Iterator[Unplaced]:
        return (one for one in self.fates if isinstance(one, Unplaced) and one.fate is fate)

    def furniture(self) -> Iterator[FurnitureRow]:
        return (one for one in self.fates if isinstance(one, FurnitureRow))


def interpret(file: ReturnFile, said: Said = NOTHING_SAID, answers: Answers = NO_ANSWERS) -> Returned:
    """Every row's fate. Raises Trouble where no table of the file can be read as a chronology.

    `answers` are the dates a person gave to rows that another reading held.
    """
    if not any(_asked_for(table, said) for table in file.tables) and file.tables:
        raise _no_part(file, said)
    try:
        headings = _headings(file, said)
    except Trouble as trouble:
        raise _in_file(file, trouble) from None
    agency = said.agency or _agency(file, headings)
    known = next((heading for heading in headings if heading is not None), None)
    if known is None and statement_of(file, agency) is None:
        raise _no_columns(file, said)
    fates: list[RowFate] = []
    begun = False
    for table, heading in zip(file.tables, headings, strict=True):
        fates.extend(_fates(table, heading, file.file, said, agency, answers, begun=begun))
        begun = begun or heading is not None
    if not any(isinstance(one, Entry | Unplaced) for one in fates):
        if (stated := statement_of(file, agency)) is None:
            raise _no_rows(file)
        fates = [*with_statement(_answered(stated, file.file, agency, answers), fates)]
    elif known is None:
        raise _no_columns(file, said)
    columns = {} if known is None else known.column_names()
    return Returned(file, agency, columns, tuple(fates), tuple(headings))


def entries_answered(returned: Returned, said: Said, answers: Answers) -> Iterator[Entry]:
    """The entries of the rows that a person dated; no other row of the file is read for them.

    `returned` is the file as it was read by what was `said`, without these answers.
    """
    headed = {t.part for t, one in zip(returned.file.tables, returned.headings, strict=True) if one}
    for held in returned.unplaced(Fate.HELD):
        if held.code == Code.NO_PERIOD and held.part not in headed:
            stated = _answered(held, returned.file.file, returned.agency, answers)
            yield from (one for one in (stated,) if isinstance(one, Entry))
    needed = {(one.part, one.row) for one in returned.furniture()} | set(answers)
    for table, heading in zip(returned.file.tables, returned.headings, strict=True):
        if not any((table.part, row.number) in answers for row in table.rows):
            continue
        alone = table
        if heading is not None:  # titles and month headings say how the rows under them are read
            top = heading.row
            rows = (row for row in table.rows if row.number < top or (table.part, row.number) in needed)
            alone = replace(table, rows=tuple(rows))
        for fate in _fates(alone, heading, returned.file.file, said, returned.agency, answers):
            if isinstance(fate, Entry) and (table.part, fate.place.row) in answers:
                yield fate


def _fates(
    table: Table,
    heading: Heading | None,
    file: str,
    said: Said,
    agency: str,
    answers: Answers,
    *,
    begun: bool = False,
) -> Iterator[RowFate]:
    if heading is None:
        rows = _without_heading(table, said, begun=begun)
        return (_answered(one, file, agency, answers) for one in rows)
    own = agency_in_title((row for row in table.rows if row.number < heading.row), ())
    fixed = bool(said.agency)
    return place_rows(
        table,
        heading,
        file=file,
        agency=agency if fixed or own is None else own,
        fixed=fixed,
        said=bool(said.columns) or said.heading_row is not None,
        answers=answers,
    )


def _answered(fate: RowFate, file: str, agency: str, answers: Answers) -> RowFate:
    """A row of a table without headings, where a person gave it a date: all its cells are its words."""
    if not isinstance(fate, Unplaced) or (when := answers.get((fate.part, fate.row))) is None:
        return fate
    place = Place(file, fate.part, fate.row)
    return Entry("", agency, place, when, every_cell(fate.cells), cells=fate.cells)


def _without_heading(table: Table, said: Said, *, begun: bool) -> Iterator[RowFate]:
    """A part a map leaves out is a note; a table of pairs a title or glossary; any other is held."""
    if not _asked_for(table, said):
        yield from (FurnitureRow(table.part, row.number, Furniture.NOTE) for row in table.rows)
    elif says_pairs(table):
        kind = Furniture.GLOSSARY if begun else Furniture.TITLE
        yield from (FurnitureRow(table.part, row.number, kind) for row in table.rows)
    else:
        for row in table.rows:
            cells = {f"Column {c + 1}": row.words(c) for c in range(len(row.cells)) if row.words(c)}
            yield Unplaced(table.part, row.number, Fate.HELD, Code.NO_COLUMNS, _NO_COLUMNS, (), cells)


def _headings(file: ReturnFile, said: Said) -> list[Heading | None]:
    """The heading of each table; None for one that holds no chronology (a title block, a glossary)."""
    found: list[Heading | None] = []
    last: Heading | None = None
    for table in file.tables:
        heading = _heading(table, said, last)
        last = heading or last
        found.append(heading)
    return found


def _heading(table: Table, said: Said, last: Heading | None) -> Heading | None:
    if not _asked_for(table, said):
        return None
    if (heading := find_heading(table, said)) is not None:
        return with_event_guessed(table, heading)
    if last is not None and continues(table, last):
        return Heading(0, last.words, last.columns, last.confidence, told_beside=last.told_beside)
    if says_pairs(table) or said.columns:  # what a person has said is never made good by a guess
        return None
    return guess_heading(table)


def _asked_for(table: Table, said: Said) -> bool:
    return said.part is None or table.part == said.part


def _agency(file: ReturnFile, headings: list[Heading | None]) -> str:
    named = agency_in_title(_rows_above(file, headings), file.preamble)
    return named or PurePath(file.file).stem


def _rows_above(file: ReturnFile, headings: list[Heading | None]) -> Iterator[Row]:
    for table, heading in zip(file.tables, headings, strict=True):
        for row in table.rows:
            if heading is None or row.number < heading.row:
                yield row


def _in_file(file: ReturnFile, trouble: Trouble) -> Trouble:
    """The same trouble, with the name of the file before its part and row."""
    if trouble.where == file.file:
        return trouble
    where = f"{file.file}, {trouble.where}" if trouble.where else file.file
    return Trouble(trouble.what, where=where, do=trouble.do)


def _no_columns(file: ReturnFile, said: Said) -> Trouble:
    if not any(table.rows for table in file.tables):
        return _no_rows(file)
    if said.columns:
        return Trouble(
            f"No row of {file.file} has all the headings the map gives: {', '.join(said.columns.values())}.",
            where=file.file,
            do="Mend the headings in the map, or say in it which is the heading_row.",
        )
    return Trouble(
        f"{file.file} has no column that could be its dates.",
        where=file.file,
        do="Head the columns Date and Event, or say which they are in a map (--map).",
    )


def _no_part(file: ReturnFile, said: Said) -> Trouble:
    parts = ", ".join(table.part for table in file.tables if table.part)
    return Trouble(
        f"The map says part {said.part!r} of {file.file}, but it has no such part.",
        where=file.file,
        do=f"Use one of its parts: {parts}."
        if parts
        else "Leave part out of the map: the file is one table.",
    )


def _no_rows(file: ReturnFile) -> Trouble:
    return Trouble(
        f"{file.file} has headings but no rows under them.",
        where=file.file,
        do="Ask the agency for its rows, or leave the file out.",
    )
