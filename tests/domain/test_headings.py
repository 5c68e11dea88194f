"""Which row is the heading, and which column tells what."""

from __future__ import annotations

import pytest

from candour.domain.returns.fields import CERTAIN, LIKELY, Field, field_of, fold_heading
from candour.domain.returns.mapping import Said, find_heading, heading_words
from candour.domain.returns.tables import Row, Table
from candour.domain.returns.unheaded import guess_heading, with_event_guessed
from candour.domain.trouble import Trouble


def table(*rows: tuple, part: str = "") -> Table:
    return Table(part, tuple(Row(n, cells) for n, cells in enumerate(rows, start=1) if any(cells)))


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Date", Field.DATE),
        ("DATE OF EVENT", Field.DATE),
        ("When", Field.DATE),
        ("Date (as in the record)", Field.DATE),
        ("Date shared", Field.TOLD_ON),
        ("When were they told?", Field.TOLD_ON),
        ("Date recorded", Field.RECORDED_ON),
        ("Time", Field.TIME),
        ("What happened", Field.EVENT),
        ("Details of contact", Field.EVENT),
        ("Action taken / outcome", Field.ACTION),
        ("Who was told", Field.TOLD),
        ("Information shared with", Field.TOLD),
        ("Status of sharing", Field.TOLD_STATUS),
        ("Source of information", Field.SOURCE),
        ("Was the child seen?", Field.CHILD_SEEN),
        ("Child seen alone", Field.CHILD_ALONE),
        ("Voice of the child", Field.CHILD_VOICE),
        ("Professional", Field.ROLE),
        ("Line of enquiry", Field.LINE_OF_ENQUIRY),
        ("No.", Field.SEQUENCE),
        ("told_agency", Field.TOLD),
    ],
)
def test_headings_as_agencies_write_them_are_known(heading, expected):
    assert field_of(heading)[0] is expected


@pytest.mark.parametrize(
    "heading", ["", "Blank", "Link", "The mother was seen at home by the health visitor today"]
)
def test_other_headings_stand_for_nothing(heading):
    assert field_of(heading) is None


def test_no_heading_stands_under_two_fields():
    from candour.domain.returns.fields import HEADINGS

    listed = [words for one in HEADINGS.values() for words in one.split("|")]

    assert sorted(listed) == sorted(set(listed))
    assert all(words == fold_heading(words) for words in listed)


def test_a_known_heading_is_surer_than_a_likely_one():
    assert field_of("Event")[1] == CERTAIN
    assert field_of("Event as told to us")[1] == LIKELY


def test_the_heading_is_found_under_a_title_block():
    found = find_heading(
        table(
            ("Agency: Brent Police",),
            ("Period: 1999",),
            (),
            ("Date", "Event", "Role"),
            ("1/5/99", "Visit", "PC"),
        )
    )

    assert found.row == 4
    assert found.column_names() == {Field.DATE: "Date", Field.EVENT: "Event", Field.ROLE: "Role"}


def test_the_surest_heading_takes_a_field_two_could_have():
    found = find_heading(table(("Event ref", "Date", "Event"), ("1", "1/5/99", "Visit")))

    assert found.columns[Field.EVENT] == 2


def test_a_table_without_dates_and_words_has_no_heading():
    assert find_heading(table(("GP1", "General practitioner"), ("SW2", "Social worker"))) is None


def test_what_a_person_says_wins_over_what_is_proposed():
    said = Said(columns={Field.EVENT: "Remarks"})
    found = find_heading(table(("Date", "Event", "Remarks"), ("1/5/99", "x", "Visit")), said)

    assert found.columns[Field.EVENT] == 2


def test_a_heading_that_a_map_names_and_is_not_there_is_said_with_those_that_are():
    said = Said(heading_row=1, columns={Field.EVENT: "Remarks"})

    with pytest.raises(Trouble, match="event stands under 'Remarks'") as trouble:
        find_heading(table(("Date", "Event"), ("1/5/99", "x")), said)
    assert "Date, Event" in trouble.value.do


def test_a_heading_row_that_a_map_names_and_is_blank_is_said():
    with pytest.raises(Trouble, match="row 9"):
        find_heading(table(("Date", "Event"), ("1/5/99", "x")), Said(heading_row=9))


def test_columns_without_or_with_the_same_heading_keep_names_of_their_own():
    assert heading_words(Row(1, ("Date", "Notes", None, "Notes"))) == (
        "Date",
        "Notes",
        "Column 3",
        "Notes (2)",
    )


def test_a_heading_repeated_at_the_top_of_a_page_is_known_again():
    found = find_heading(table(("Date", "Event"), ("1/5/99", "Visit"), ("DATE ", "Event")))

    assert found.repeated_by(Row(3, ("DATE ", "Event")))
    assert not found.repeated_by(Row(2, ("1/5/99", "Visit")))
    assert not found.repeated_by(Row(4, (None, None)))


def test_a_title_row_with_a_date_in_it_is_no_heading():
    found = find_heading(
        table(("Organisation", "Vale Trust", "Date", "1/9/2016"), ("Date", "Event"), ("1/5/99", "Visit"))
    )

    assert found.row == 2


def test_headings_over_two_rows_are_read_together():
    found = find_heading(
        table(
            ("Date", "", "Details of", "Action", "Seen"),
            ("From", "To", "contact", "taken", "Y/N"),
            ("9/3/2015", "12/3/2015", "On the ward", "Sent home", "Y"),
        )
    )

    assert found.row == 2
    assert found.column_names() == {
        Field.DATE: "Date From",
        Field.END_DATE: "To",
        Field.EVENT: "Details of contact",
        Field.ACTION: "Action taken",
        Field.CHILD_SEEN: "Seen Y/N",
    }


def headings_and_entries(*headings: str, entry: tuple):
    return guess_heading(table(headings, entry, entry))


def test_a_date_heading_among_unknown_ones_still_heads_its_table():
    found = headings_and_entries(
        "Date", "Ward round", "Plans", entry=("9/3/2015", "Cough for a week", "Rest")
    )

    assert found.row == 1
    assert found.column_names() == {Field.DATE: "Date", Field.EVENT: "Ward round"}


def test_a_column_of_dates_or_numbers_is_never_taken_for_the_events():
    heading = find_heading(table(("Date", "Ledger", "Talk", "Who was told")))
    rows = table(("Date", "Ledger", "Talk", "Who was told"), ("9/3/2015", "11/03/2015", "A call", "Police"))

    assert with_event_guessed(rows, heading).column_names()[Field.EVENT] == "Talk"


@pytest.mark.parametrize(("free", "event"), [("Neighbours reported shouting", 1), ("AB", None)])
def test_beside_actions_only_a_column_with_as_much_to_say_tells_of_the_events(free, event):
    rows = table(("Date", "Occurrences", "Action"), ("9/3/2015", free, "Officers attended the address"))

    assert with_event_guessed(rows, find_heading(rows)).columns.get(Field.EVENT) == event


def test_a_column_of_times_without_headings_is_known_by_its_cells():
    entry = ("9/3/2015", "10:30", "Mother attended the clinic")
    found = guess_heading(table(entry, entry))

    assert found.columns == {Field.DATE: 0, Field.TIME: 1, Field.EVENT: 2}


def test_a_map_may_name_one_of_two_columns_with_the_same_or_nearly_the_same_heading():
    rows = (("Date (from)", "Date (to)", "Notes", "Notes"), ("1/5/99", "3/5/99", "first", "second"))
    said = Said(columns={Field.END_DATE: "Date (to)", Field.EVENT: "Notes (2)"})
    found = find_heading(table(*rows), said)

    assert (found.columns[Field.END_DATE], found.columns[Field.EVENT]) == (1, 3)


def test_a_heading_row_without_a_heading_of_dates_is_said_with_the_headings_it_has():
    with pytest.raises(Trouble, match="none of them is a heading of dates") as trouble:
        find_heading(table(("Foo", "Event"), ("1/5/99", "x")), Said(heading_row=1))
    assert "Foo, Event" in trouble.value.do
