"""Whatever table is written, the same words are read at the same rows, whole, and blank rows are absent."""

from __future__ import annotations

import csv
import string
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.returns.tables import Table
from candour.files.returns.delimiters import DELIMITERS
from candour.files.returns.reading import read_return
from tests.strategies import made_returns, made_tables
from tests.writing_returns import MadeTable, Merge, Rows, seen, write_csv, write_docx, write_xlsx


@contextmanager
def a_file(name: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / name


def words(table: Table, width: int, *, top: int = 0, left: int = 0) -> dict[int, tuple[str, ...]]:
    return {
        row.number - top: tuple(row.words(left + column) for column in range(width)) for row in table.rows
    }


def carried(table: Table) -> set[tuple[int, int]]:
    return {(row.number - 1, column) for row in table.rows for column in row.carried}


def merged_into(table: MadeTable) -> set[tuple[int, int]]:
    """The cells that must be marked as carried: in rows that say something, under a cell that does."""
    return {
        (number, column)
        for column, first, last in table.merges
        for number in range(first + 1, last + 1)
        if table.rows[first][column].strip() and any(cell.strip() for cell in table.rows[number])
    }


@given(
    made_tables(merged=False),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_a_csv_is_read_as_it_was_written(table, delimiter, encoding):
    with a_file("made.csv") as path:
        write_csv(path, table.rows, delimiter=delimiter, encoding=encoding)
        [read] = read_return(path).tables

    assert words(read, len(table.rows[0])) == seen(table)


@given(made_tables(alphabet=string.ascii_letters + " ", merged=False))
def test_a_csv_in_utf_16_without_its_mark_is_read_as_it_was_written(table):
    plain = MadeTable(tuple(tuple(c.encode("ascii", "ignore").decode() for c in row) for row in table.rows))
    with a_file("made.csv") as path:
        write_csv(path, [["Date", "Event"], *plain.rows], encoding="utf-16-le")
        [read] = read_return(path).tables

    assert words(read, len(table.rows[0]), top=1) | {0: ()} == seen(plain) | {0: ()}


@given(made_tables(), st.integers(0, 3), st.integers(0, 2))
def test_a_workbook_is_read_as_it_was_written(table, top, left):
    with a_file("made.xlsx") as path:
        write_xlsx(path, table.rows, table.merges, top=top, left=left)
        [read] = read_return(path).tables

    assert words(read, len(table.rows[0]), top=top, left=left) == seen(table)
    assert {(row - top, column - left) for row, column in carried(read)} == merged_into(table)


@given(made_tables(), st.lists(st.just("Chronology of the invented agency"), max_size=2))
def test_a_word_table_is_read_as_it_was_written(table, before):
    with a_file("made.docx") as path:
        write_docx(path, table.rows, table.merges, before=before)
        made = read_return(path)

    [read] = made.tables
    assert words(read, len(table.rows[0])) == seen(table)
    assert carried(read) == merged_into(table)
    assert list(made.preamble) == before


def _write_csv(path: Path, rows: Rows, _: tuple[Merge, ...]) -> None:
    write_csv(path, rows, quoting=csv.QUOTE_MINIMAL)


@given(made_returns())
def test_one_return_is_the_same_in_all_three_kinds_of_file(table):
    said = []
    for name, write in (("a.csv", _write_csv), ("a.xlsx", write_xlsx), ("a.docx", write_docx)):
        with a_file(name) as path:
            write(path, table.rows, table.merges)
            [read] = read_return(path).tables
            below = {(row.number, column) for row in read.rows for column in row.carried}
            said.append(
                {
                    n: tuple("" if (n, c) in below else one for c, one in enumerate(row))
                    for n, row in words(read, 3).items()
                }
            )

    assert said[0] == said[1] == said[2]
