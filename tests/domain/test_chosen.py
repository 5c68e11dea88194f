"""Filters of the chronology, on invented rows: everything asked for must hold, and nothing is guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from candour.domain.chronology.chosen import Chosen, lines_said, people_of
from candour.domain.chronology.entry import Kind
from tests.invented import HEALTH, POLICE, entry, moment

LINES = ("What was known of the move", "How the child was heard")


def test_everything_asked_for_must_hold() -> None:
    here = replace(entry(HEALTH, moment("1999-05-01")), event="Weighed at the clinic", people=("Nurse 1",))
    there = replace(entry(POLICE, moment("1999-05-01")), event="Weighed down by noise", role="Nurse  1")
    rows = [here, there]

    assert Chosen(words="weighed CLINIC").matching(rows, {}) == [here]
    assert Chosen(person="Nurse 1").matching(rows, {}) == rows
    assert Chosen(person="Nurse 1", agency=POLICE).matching(rows, {}) == [there]
    assert Chosen(kind=Kind.GAP_STATEMENT).matching(rows, {}) == []
    assert Chosen(under="Moves").matching(rows, {here.id: ("Moves",)}) == [here]
    assert not Chosen()


def test_a_person_is_named_once_however_many_cells_name_them() -> None:
    assert people_of(replace(entry(HEALTH, moment("1999-05-01")), people=("Nurse 1", "GP"), role="GP")) == (
        "Nurse 1",
        "GP",
    )


@pytest.mark.parametrize(
    ("cell", "lines"),
    [
        ("2", LINES[1:]),
        ("LOE 1 and 2", LINES),
        ("How the child was heard.", LINES[1:]),
        ("3", ("3",)),
        ("moves of home", ("moves of home",)),
        ("", ()),
    ],
)
def test_the_agencys_own_column_is_read_by_number_or_words_and_else_stands_as_written(
    cell: str, lines: tuple[str, ...]
) -> None:
    row = replace(entry(HEALTH, moment("1999-05-01")), cells={"Date": "1", "Line of enquiry": cell})

    assert lines_said(row, LINES) == lines
