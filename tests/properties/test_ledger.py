"""The law of the ledger: every non-blank row of every file is in exactly one of its four lists."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.domain.chronology.returned import interpret
from candour.domain.moments import read
from candour.domain.trouble import Trouble
from candour.files.returns.reading import read_return
from tests.strategies import EVENTS, made_returns, made_tables
from tests.writing_returns import MadeTable, seen, write_csv, write_docx, write_xlsx

FORMATS = ("csv", "tsv", "xlsx", "docx")
TEXT = ("csv", "tsv")
LISTS = ("placed_rows", "held_rows", "refused_rows", "furniture")


def written(table: MadeTable, folder: Path, name: str) -> Path:
    path = folder / name
    if path.suffix == ".csv":
        return write_csv(path, table.rows)
    if path.suffix == ".tsv":
        return write_csv(path, table.rows, delimiter="\t")
    if path.suffix == ".xlsx":
        return write_xlsx(path, table.rows, table.merges)
    return write_docx(path, table.rows, table.merges)


def ledger_of(*files: tuple[str, MadeTable]) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        paths = [written(table, Path(folder), name) for name, table in files]
        merged = integrate(interpret(read_return(path)) for path in paths)
    return ledger_as_json(merged.returns, merged.chronology.entries, merged.unmatched_names)


def ledger_or_refusal(*files: tuple[str, MadeTable]) -> dict | Trouble:
    try:
        return ledger_of(*files)
    except Trouble as trouble:
        return trouble


def rows_in_the_lists(file: dict) -> Counter[int]:
    return Counter(row["row"] for one in LISTS for row in file[one])


def rows_a_person_sees(table: MadeTable, format: str) -> Counter[int]:
    """Text has no merged cells, so only there does a row below a merge not show the words above it."""
    return Counter(list(seen(table if format not in TEXT else MadeTable(table.rows))))


@pytest.mark.parametrize("format", FORMATS)
@given(table=made_returns())
def test_every_row_of_a_return_is_in_exactly_one_list(format, table):
    ledger = ledger_or_refusal((f"invented.{format}", table))
    if isinstance(ledger, Trouble):
        assert "no rows under them" in ledger.what or "no column" in ledger.what
        return
    file = ledger["files"][0]

    assert rows_in_the_lists(file) == rows_a_person_sees(table, format)
    assert file["rows_in"] == file["placed"] + file["held"] + file["refused"]
    assert (file["placed"], file["held"], file["refused"]) == tuple(len(file[one]) for one in LISTS[:3])


@pytest.mark.parametrize("format", FORMATS)
@given(table=made_returns())
def test_no_row_with_a_date_and_an_event_is_taken_for_a_title_a_note_or_a_glossary(format, table):
    ledger = ledger_or_refusal((f"invented.{format}", table))
    if isinstance(ledger, Trouble):
        return
    rows = seen(table if format not in TEXT else MadeTable(table.rows))
    dated = {n for n, (day, event, _) in rows.items() if event and event in EVENTS and read(day).placed}
    passed_over = {row["row"] for row in ledger["files"][0]["furniture"]}

    assert dated & passed_over == set()


@given(made_returns())
def test_most_made_up_returns_can_be_read(table):
    """So that the laws above are not kept by refusing everything: any with an entry is read."""
    body = [row for row in table.rows if row[1] in EVENTS and row[1] and read(row[0]).placed]
    ledger = ledger_or_refusal(("invented.csv", table))

    assert isinstance(ledger, dict) or not body


@pytest.mark.parametrize("format", FORMATS)
@given(table=made_tables())
def test_a_table_of_anything_is_refused_whole_or_accounted_for_whole(format, table):
    ledger = ledger_or_refusal((f"invented.{format}", table))
    if isinstance(ledger, Trouble):
        assert ledger.where == f"invented.{format}"
        return

    assert rows_in_the_lists(ledger["files"][0]) == rows_a_person_sees(table, format)


@given(tables=st.lists(st.tuples(st.sampled_from(FORMATS), made_returns()), min_size=2, max_size=3))
def test_the_totals_are_the_sums_of_the_files(tables):
    ledger = ledger_or_refusal(*((f"invented-{n}.{form}", table) for n, (form, table) in enumerate(tables)))
    if isinstance(ledger, Trouble):
        assert ledger.where
        return

    for count in ("rows_in", "placed", "held", "refused"):
        assert ledger["totals"][count] == sum(file[count] for file in ledger["files"])
