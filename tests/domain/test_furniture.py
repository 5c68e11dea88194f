"""No row that may tell of something is passed over as a title, note or glossary. All rows are invented."""

from __future__ import annotations

import pytest

from candour.domain.chronology.entry import Entry, Kind, Status
from candour.domain.chronology.placing import Code, FurnitureRow, Unplaced
from candour.domain.chronology.returned import interpret
from candour.domain.moments import Fate
from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import Said
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.trouble import Trouble

HEADINGS = ("Date", "Event", "Action")
A_VISIT = ("9/3/2015", "Home visit", "Advice given")


def fates(*rows: tuple, said: Said | None = None):
    table = Table("", tuple(Row(n, cells) for n, cells in enumerate(rows, start=1) if any(cells)))
    return interpret(ReturnFile("vale.csv", "csv", "0" * 64, 1, (table,)), said or Said()).fates


@pytest.mark.parametrize(
    "words",
    [
        "Note: mother said she was tired",
        "NB: father present throughout",
        "Glossary of injuries given to police",
        "Key worker changed",
        "Page 3 of the record shows a fall",
    ],
)
def test_words_in_the_event_column_are_held_however_they_begin(words):
    row = fates(HEADINGS, A_VISIT, ("", words, ""))[2]

    assert isinstance(row, Unplaced)
    assert (row.fate, row.code) == (Fate.HELD, Code.NO_DATE)


@pytest.mark.parametrize("entry", [("", "Second call", "Logged"), ("31/2/2015", "Fall"), ("?", "Letter")])
def test_an_entry_without_a_sure_date_is_held_after_a_glossary_too(entry):
    row = fates(HEADINGS, A_VISIT, ("Key to abbreviations",), ("HV", "health visitor"), entry)[4]

    assert isinstance(row, Unplaced)
    assert row.fate is Fate.HELD


def test_an_event_that_begins_with_a_note_mark_is_held_where_something_was_done():
    row = fates(HEADINGS, A_VISIT, ("", "#2 the flat was visited", "No reply"))[2]

    assert isinstance(row, Unplaced)


def test_a_statement_alone_in_the_date_column_says_its_own_time():
    said = "No contact between 15/3/2015 and 1/6/2015"
    row = fates(HEADINGS, A_VISIT, (said,))[2]

    assert (row.kind, row.event, row.when.edtf) == (Kind.GAP_STATEMENT, said, "2015-03-15/2015-06-01")
    assert row.when.text == said


@pytest.mark.parametrize("said", ["No contact after the weekend", "Mother saw no one from 3/5/15 to 9/5/15"])
def test_other_words_alone_in_the_date_column_are_held_and_never_called_a_bare_date(said):
    row = fates(HEADINGS, A_VISIT, (said,))[2]

    assert row.fate is Fate.HELD
    assert "date column" in row.reason


def test_a_row_above_the_headings_with_a_date_and_words_is_held_for_a_person():
    row = fates(("8/3/2015", "Call from school", "Logged"), HEADINGS, A_VISIT)[0]

    assert isinstance(row, Unplaced)
    assert (row.fate, row.code, row.readings) == (Fate.HELD, Code.ABOVE_HEADINGS, ("2015-03-08",))


def test_fuller_headings_further_down_make_no_title_of_the_entries_above_them():
    below = ("Source", "Date", "Time", "Event", "Action taken")
    rows = fates(HEADINGS, A_VISIT, below, ("log 4", "10/3/2015", "14:30", "Call", "None"))

    assert [str(one.kind) for one in rows if isinstance(one, FurnitureRow)] == ["heading", "repeated_heading"]
    assert [(one.event, one.source) for one in rows if isinstance(one, Entry)] == [
        ("Home visit", ""),
        ("Call", "log 4"),
    ]
    assert rows[3].when.edtf.startswith("2015-03-10T14:30")


def test_headings_that_a_person_has_said_are_kept_to_the_end():
    rows = fates(HEADINGS, A_VISIT, ("Date", "Action", "Event"), A_VISIT, said=Said(heading_row=1))

    assert rows[3].event == "Home visit"


def test_both_lines_of_a_heading_over_two_rows_are_headings_on_every_page():
    upper, lower = ("Date", "", "Details of", "Action"), ("From", "To", "contact", "taken")
    rows = fates(upper, lower, ("9/3/2015", "12/3/2015", "On the ward", "Sent home"), upper, lower)

    assert [str(one.kind) for one in rows if isinstance(one, FurnitureRow)] == [
        *("heading", "heading", "repeated_heading", "repeated_heading")
    ]
    assert (rows[2].event, rows[2].when.edtf) == ("On the ward", "2015-03-09/2015-03-12")


def test_an_entry_under_the_headings_is_never_their_second_line():
    rows = fates(("Date", "", "Event"), ("", "Nurse", "Seen on the ward"), ("9/3/2015", "", "Visit"))

    assert isinstance(rows[1], Unplaced)


def test_an_empty_part_of_a_status_cell_is_the_status_of_nobody_else():
    headings = ("Date", "Event", "Who was told", "Status")
    told = fates(headings, ("9/3/2015", "Visit", "Police; School", "disputed; "))[1].told

    assert [one.status for one in told] == [Status.DISPUTED, Status.TOLD]


def test_a_part_that_a_map_names_and_is_not_there_is_said():
    with pytest.raises(Trouble, match="no such part") as trouble:
        fates(HEADINGS, A_VISIT, said=Said(part="Sheet9", columns={Field.EVENT: "Event"}))
    assert "Leave part out" in trouble.value.do


@pytest.mark.parametrize("undated", ["Date unknown", "Date not recorded", ""])
def test_an_undated_entry_in_words_that_headings_use_is_held(undated):
    row = fates(HEADINGS, A_VISIT, (undated, "Incident", "Response"))[2]

    assert isinstance(row, Unplaced)
