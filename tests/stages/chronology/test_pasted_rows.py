"""Rows copied from Excel or Word and pasted: no word of them is lost, and no column is guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.trouble import Trouble
from candour.stages.chronology.writing.pasted_rows import rows_pasted
from candour.stages.chronology.writing.typed_rows import csv_of, fates_of


def test_headings_are_recognised_as_in_files_and_others_are_kept() -> None:
    rows, above = rows_pasted(
        "Our records\nWhen\tWhat happened\tcc\tWard\n5/3/14\tVisit\tGP\tC2\n12/6\tCall\t\t\n"
    )

    assert rows == [
        {"date": "5/3/14", "event": "Visit", "told": "GP", "Ward": "C2"},
        {"date": "12/6", "event": "Call"},
    ]
    assert above == 1


def test_cells_with_line_breaks_are_one_cell_and_quotation_marks_stay() -> None:
    rows, _ = rows_pasted(
        'Date\tEvent\r\n5 March 2014\t"First line\nsecond ""line"""\r\n6 March 2014\t"He hit me" she said\r\n'
    )

    assert [row["event"] for row in rows] == ['First line\nsecond "line"', '"He hit me" she said']


WORDS = st.from_regex(r'[a-z]([a-z" ]{0,8}[a-z"])?', fullmatch=True)
LINES = st.tuples(WORDS, WORDS).map("\n".join)


@given(st.lists(st.tuples(WORDS | LINES, WORDS | LINES), min_size=1, max_size=6))
def test_what_excel_copies_comes_back_cell_for_cell(cells: list[tuple[str, str]]) -> None:
    lines = [["5 March 2014", event, action] for event, action in cells]
    text = "\n".join("\t".join(map(as_excel_copies, line)) for line in lines)

    rows, _ = rows_pasted(f"Date\tEvent\tAction taken\n{text}\n")

    assert [(row["event"], row["action"]) for row in rows] == cells


def as_excel_copies(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if "\n" in cell else cell


def test_quotation_marks_in_two_cells_are_not_taken_for_one_cell() -> None:
    rows, _ = rows_pasted('Date\tEvent\tAction taken\n5 March 2014\t"He hit me\tshe said"\n')

    assert (rows[0]["event"], rows[0]["action"]) == ('"He hit me', 'she said"')


def test_months_over_their_rows_and_columns_without_a_heading_are_kept() -> None:
    rows, _ = rows_pasted("Date\tEvent\nMay 2009\n3\tVisit\tadded by hand\n")

    assert rows == [{"date": "May 2009"}, {"date": "3", "event": "Visit", "Column 3": "added by hand"}]
    assert [one.state for one in fates_of(rows)] == ["note", "placed"]


def test_rows_without_headings_are_known_by_what_stands_in_them() -> None:
    rows, above = rows_pasted("5 March 2014\tVisit to the flat by PC 1\n6 March 2014\tCall to the nursery\n")

    assert [row["event"] for row in rows] == ["Visit to the flat by PC 1", "Call to the nursery"]
    assert above == 0


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("just some words\nand more", "could be the dates"),
        ("Date\tEvent\n", "no rows under them"),
        ("Name\tShoe\nAnn\t4\nBea\t5", "could be the dates"),
    ],
)
def test_what_cannot_be_rows_says_what_to_do(words: str, why: str) -> None:
    with pytest.raises(Trouble, match=why) as trouble:
        rows_pasted(words)
    assert trouble.value.do


def test_each_row_is_read_as_the_file_it_would_be() -> None:
    rows = [
        {"date": "5/3/2014", "event": "Visit"},
        {"date": "Tues 5/3/2014", "event": "Call"},
        {"date": "31/2/14", "event": "Talk"},
        {"date": "9 March 2014"},
        {},
        {"event": "Note: from memory", "date": ""},
    ]

    said = fates_of(rows)

    assert [one.state for one in said] == ["placed", "held", "held", "refused", "blank", "held"]
    assert said[0].words == "5 March 2014"
    assert said[1].words == "5 March 2014 was a Wednesday, not a Tuesday."
    assert said[1].could == ("5 March 2014", "4 March 2014", "5 March 2013")


def test_the_csv_it_becomes_has_every_column_and_every_word() -> None:
    lines = csv_of([{"date": "5 March 2014", "event": 'a "b"\nc', "Ward": "C2"}]).decode()

    assert lines.startswith('"Date","Time","Event","Action taken"')
    assert '"Line of enquiry","Ward"' in lines
    assert '"a ""b""\nc"' in lines
