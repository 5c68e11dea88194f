"""Cases for a replay, out of a csv: a row a case, a column a fact; every slip is told with row and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from candour.domain.rules import Case, Decided, FactKind, Value, day_written, value_of
from candour.domain.rules.given import WANTED, kind_of
from candour.domain.trouble import Trouble, Troubles
from candour.files.encodings import NotText, decode

CASE, NOTIFIED, DECIDED = "case_id", "notified_on", "decided"
OWN = (CASE, NOTIFIED, DECIDED)
"""The columns that are no facts; the last may be left out."""
Facts = Mapping[str, FactKind | None]
"""Every fact that some pack knows, with the kind in which these laws ask it; None where they do not."""


def read_cases(content: bytes, name: str, facts: Facts) -> tuple[Case, ...]:
    """The cases in their order. Raises Trouble where the file is no such table, Troubles for its slips.

    Rows are counted as records, the headings being row 1; blank ones count and say nothing.
    """
    records = _records(content, name)
    headings = [cell.strip() for cell in records[0]]
    slips = _Slips(name)
    _check_headings(headings, facts, slips)
    slips.tell()
    cases = [
        _case(dict(zip(headings, row, strict=False)), number, facts, slips)
        for number, row in enumerate(records[1:], 2)
        if any(cell.strip() for cell in row) and not _too_long(row, headings, number, slips)
    ]
    _check_names(cases, slips)
    slips.tell()
    return tuple(case for _, case in cases)


class _Slips:
    """What is wrong so far, each with its row and column."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._found: list[tuple[int, Trouble]] = []

    def add(self, row: int, column: str, what: str, do: str) -> None:
        place = f"{self._file}, row {row}" + (f", column {column}" if column else "")
        self._found.append((row, Trouble(what, where=place, do=do)))

    def tell(self) -> None:
        """Raise Troubles for all of them, by row, if there are any."""
        if self._found:
            raise Troubles([slip for _, slip in sorted(self._found, key=lambda one: one[0])])


def _records(content: bytes, name: str) -> list[list[str]]:
    do = f"Send a csv with the columns {CASE}, {NOTIFIED} and the names of facts."
    try:
        text = decode(content)
    except NotText as why:
        raise Trouble(f"This cannot be read as a csv: {why}.", where=name, do=do) from None
    between = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True)
    records: list[list[str]] = []
    try:
        for record in reader:
            if any("\n" in cell or "\r" in cell for cell in record):
                raise _open_quote(name, len(records) + 1)
            records.append(record)
    except csv.Error as why:
        if "field larger" in str(why):
            raise Trouble(f"This cannot be read as a csv: {why}.", where=name, do=do) from None
        raise _open_quote(name, len(records) + 1) from None
    if not records or not any(cell.strip() for cell in records[0]):
        raise Trouble("Its first row holds no headings.", where=name, do=do)
    return records


def _open_quote(name: str, row: int) -> Trouble:
    """A quotation mark that stays open takes the rows that follow into its cell: none of them is read."""
    return Trouble(
        "A quotation mark opens a cell here that does not end with one in this row.",
        where=f"{name}, row {row}",
        do='Close it, or write it twice ("") where it is part of the words. No case was read.',
    )


def _check_headings(headings: Sequence[str], facts: Facts, slips: _Slips) -> None:
    for column in (CASE, NOTIFIED):
        if column not in headings:
            slips.add(1, "", f"There is no column {column}.", "Add it.")
    for column in dict.fromkeys(headings):
        if headings.count(column) > 1 and column:
            slips.add(1, column, f"Two columns are called “{column}”.", "Keep one of them.")
        if column and column not in OWN and column not in facts:
            near = get_close_matches(column, [*OWN, *facts], 1)
            do = f"Is “{near[0]}” meant?" if near else f"Known: {', '.join(sorted(facts))}."
            slips.add(1, column, f"No regime knows a fact called “{column}”.", do)


def _too_long(row: Sequence[str], headings: Sequence[str], number: int, slips: _Slips) -> bool:
    """Whether something stands in it beyond the headings or under none; then that is said."""
    beyond = [
        place for place, cell in enumerate(row) if cell.strip() and not "".join(headings[place : place + 1])
    ]
    if beyond:
        slips.add(number, "", f"Cell {beyond[0] + 1} stands under no heading.", "Give its column a heading.")
    return bool(beyond)


def _case(cells: Mapping[str, str], row: int, facts: Facts, slips: _Slips) -> tuple[int, Case]:
    answers = {
        name: _answer(cell, name, row, facts[name], slips)
        for name, cell in cells.items()
        if name and name not in OWN
    }
    return row, Case(
        case_id=cells.get(CASE, "").strip(),
        notified_on=_day(cells.get(NOTIFIED, ""), row, slips),
        answers=answers,
        decided=_decided(cells.get(DECIDED, ""), row, slips),
    )


def _answer(cell: str, name: str, row: int, kind: FactKind | None, slips: _Slips) -> Value:
    """The value of a cell; unknown where it says nothing, and where it is a slip."""
    try:
        value = value_of(cell)
    except Trouble as slip:
        slips.add(row, name, slip.what, WANTED[kind] if kind else slip.do)
        return value_of("")
    if kind is not None and kind_of(value) not in (None, kind):
        slips.add(row, name, f"“{cell.strip()}” is no answer to “{name}”.", WANTED[kind])
    return value


def _day(cell: str, row: int, slips: _Slips) -> date | None:
    if not cell.strip():
        return None
    try:
        return day_written(cell.strip())
    except ValueError:
        slips.add(row, NOTIFIED, f"“{cell.strip()}” is no day.", "Write it as 2014-06-19.")
        return None


def _decided(cell: str, row: int, slips: _Slips) -> Decided | None:
    said = cell.strip().lower()
    if said and said not in list(Decided):
        slips.add(row, DECIDED, f"“{cell.strip()}” is no decision.", f"Write {' or '.join(Decided)}.")
    return Decided(said) if said in list(Decided) else None


def _check_names(cases: Sequence[tuple[int, Case]], slips: _Slips) -> None:
    first: dict[str, int] = {}
    for row, case in cases:
        if not case.case_id:
            slips.add(row, CASE, "The case has no name.", "Give each case one of its own.")
        elif case.case_id in first:
            what = f"“{case.case_id}” is in row {first[case.case_id]} too."
            slips.add(row, CASE, what, "Give each case a name of its own.")
        first.setdefault(case.case_id, row)
