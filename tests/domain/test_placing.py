"""One row, one fate: placed, held, refused, or furniture."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.chronology.entry import Entry, Kind, Status
from candour.domain.chronology.placing import Code, FurnitureRow, Unplaced
from candour.domain.chronology.returned import interpret
from candour.domain.chronology.row_entry import plain_when
from candour.domain.chronology.row_words import Columns
from candour.domain.chronology.told import read_status
from candour.domain.moments import Fate
from candour.domain.returns.fields import Field
from candour.domain.returns.furniture import Furniture
from candour.domain.returns.mapping import Said, find_heading
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.trouble import Trouble

HEADINGS = ("Date", "Event", "Action", "Who was told", "Date told", "Status")


def returned(*rows: tuple, said: Said | None = None, preamble: tuple[str, ...] = (), file: str = "brent.csv"):
    table = Table("", tuple(Row(n, cells) for n, cells in enumerate(rows, start=1) if any(cells)))
    return interpret(ReturnFile(file, "csv", "0" * 64, 1, (table,), preamble), said or Said())


def only(*row, headings: tuple = HEADINGS):
    """The fate of one row under headings, beside another so that the return is never empty."""
    return returned(headings, row, ("1/5/1999", "Another row")).fates[1]


def test_a_row_with_a_date_and_words_is_placed_with_its_place():
    entry = only("14/7/1999", "Home visit", "None needed")

    assert isinstance(entry, Entry)
    assert (entry.event, entry.action, entry.agency) == ("Home visit", "None needed", "brent")
    assert str(entry.place) == "brent.csv, row 2"
    assert entry.when.edtf == "1999-07-14"


def test_most_rows_of_a_plain_return_need_no_second_look():
    """The quick way is only for speed, so nothing but this would tell that it is never taken."""
    row = Row(2, ("14/7/1999", "Home visit", "None needed"))
    columns = Columns(find_heading(Table("", (Row(1, HEADINGS), row))))

    assert plain_when(columns, row, columns.words_of(row)) == only(*row.cells).when


def test_action_alone_is_words_enough():
    assert isinstance(only("14/7/1999", "", "Referred on"), Entry)


@pytest.mark.parametrize(
    ("written", "fate", "code"),
    [
        ("", Fate.HELD, Code.NO_DATE),
        ("undated", Fate.HELD, Code.NO_DATE),
        ("Tuesday 14 July 1999", Fate.HELD, "weekday_disagrees"),
        ("31 June 1999", Fate.HELD, "impossible_date"),
        ("45/13/1999", Fate.REFUSED, "impossible_date"),
        ("see file", Fate.REFUSED, Code.UNREADABLE_DATE),
    ],
)
def test_a_row_whose_date_cannot_be_placed_waits_or_is_refused_with_its_reason(written, fate, code):
    row = only(written, "Home visit")

    assert isinstance(row, Unplaced)
    assert (row.fate, row.code) == (fate, code)
    assert row.reason
    assert row.cells["Event"] == "Home visit"


def test_an_undated_row_is_offered_the_date_above_and_given_none():
    row = returned(HEADINGS, ("14/7/1999", "Visit"), ("", "Second visit")).fates[2]

    assert row.fate is Fate.HELD
    assert row.readings == ("1999-07-14",)


def test_a_relative_date_is_offered_its_reading_after_the_row_above_and_given_none():
    row = returned(HEADINGS, ("14/7/1999", "Visit"), ("three days later", "Second visit")).fates[2]

    assert (row.fate, row.code) == (Fate.HELD, Code.RELATIVE)
    assert row.readings == ("1999-07-17",)


def test_a_row_with_nothing_but_a_date_is_refused():
    row = only("14/7/1999", "", "")

    assert (row.fate, row.code) == (Fate.REFUSED, Code.NO_WORDS)


def test_a_row_whose_words_stand_in_another_column_is_held():
    row = only("14/7/1999", "", "", "Ealing Housing")

    assert (row.fate, row.code) == (Fate.HELD, Code.NO_WORDS)


def test_a_merged_date_is_carried_to_the_rows_it_covers():
    table = Table(
        "Sheet1",
        (
            Row(1, ("Date", "Event")),
            Row(2, (date(1999, 7, 14), "First")),
            Row(3, (date(1999, 7, 14), "Second"), frozenset({0})),
        ),
    )
    fates = interpret(ReturnFile("a.xlsx", "xlsx", "0" * 64, 1, (table,))).fates

    assert [fate.when.edtf for fate in fates[1:]] == ["1999-07-14", "1999-07-14"]


def test_a_month_heading_gives_the_days_under_it_their_month():
    fates = returned(
        ("Date", "Event"), ("July 1999",), ("14th", "Visit"), ("AUGUST 1999",), ("2", "Call")
    ).fates

    assert [one.kind for one in fates if isinstance(one, FurnitureRow)].count(Furniture.MONTH_HEADING) == 2
    assert [one.when.edtf for one in fates if isinstance(one, Entry)] == ["1999-07-14", "1999-08-02"]


def test_titles_headings_notes_and_glossaries_are_furniture():
    fates = returned(
        ("Chronology of Brent Police",),
        ("Date", "Event"),
        ("1/5/1999", "Visit"),
        ("# to be checked with the author",),
        ("Date", "Event"),
        ("2/5/1999", "Call"),
        ("Note: times are approximate",),
        ("Abbreviations",),
        ("GP", "general practitioner"),
        ("A&E", "accident and emergency"),
    ).fates

    assert [str(one.kind) for one in fates if isinstance(one, FurnitureRow)] == [
        *("title", "heading", "note", "repeated_heading", "note"),
        *("glossary", "glossary", "glossary"),
    ]


def test_a_row_with_a_date_after_a_glossary_is_never_taken_for_furniture():
    fates = returned(("Date", "Event"), ("Key",), ("GP", "general practitioner"), ("2/5/1999", "Call")).fates

    assert isinstance(fates[3], Entry)


@pytest.mark.parametrize(
    ("rows", "preamble", "agency"),
    [
        ((("Agency: Brent Police CPT",),), (), "Brent Police CPT"),
        ((("Agency", "Brent Police CPT"),), (), "Brent Police CPT"),
        ((("Name of agency:", None, "Brent Police CPT"),), (), "Brent Police CPT"),
        ((), ("Chronology", "Agency – Brent Police CPT"), "Brent Police CPT"),
        ((), (), "brent"),
    ],
)
def test_the_agency_is_that_of_the_title_block_or_else_the_file_name(rows, preamble, agency):
    fates = returned(*rows, ("Date", "Event"), ("1/5/1999", "Visit"), preamble=preamble)

    assert fates.agency == agency
    assert next(fates.entries()).agency == agency


def test_an_agency_column_wins_over_the_title_and_a_map_over_both():
    rows = (("Agency: Brent",), ("Date", "Event", "Agency"), ("1/5/1999", "Visit", "Brent Police"))

    assert next(returned(*rows).entries()).agency == "Brent Police"
    assert next(returned(*rows, said=Said(agency="Met Police")).entries()).agency == "Met Police"


def test_told_columns_give_a_telling_for_each_name():
    entry = only(
        "14/7/1999", "Visit", "", "Police; Ealing Housing;-", "14/7/1999; 16/7/1999", "told; disputed"
    )

    assert [(one.name, one.status, one.on.edtf) for one in entry.told] == [
        ("Police", Status.TOLD, "1999-07-14"),
        ("Ealing Housing", Status.DISPUTED, "1999-07-16"),
    ]


@pytest.mark.parametrize("nobody", ["", "-", "n/a", "None"])
def test_a_cell_that_names_nobody_tells_nobody(nobody):
    assert only("14/7/1999", "Visit", "", nobody).told == ()


def test_a_telling_on_the_same_day_is_on_the_day_of_its_own_row():
    entry = only("14/7/1999", "Visit", "", "Police", "same day")

    assert entry.told[0].on.edtf == "1999-07-14"


def test_a_day_of_telling_that_cannot_be_read_is_kept_and_flagged():
    entry = only("14/7/1999", "Visit", "", "Police", "see log")

    assert entry.told[0].on.fate is not Fate.PLACED
    assert "told_date_unread" in entry.flags


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("", Status.TOLD),
        ("told", Status.TOLD),
        ("Told (content disputed)", Status.DISPUTED),
        ("joint decision", Status.JOINT),
        ("joint", Status.JOINT),
        ("implied", Status.IMPLIED),
        ("not told", Status.NOT_TOLD),
        ("not_told", Status.NOT_TOLD),
        ("not told (none recorded)", Status.NOT_TOLD),
        ("not clearly told", Status.UNCLEAR),
        ("misread", Status.UNCLEAR),
        ("who knows", Status.UNCLEAR),
    ],
)
def test_a_status_says_what_the_return_says_and_an_unknown_word_is_unclear(words, status):
    assert read_status(words) is status


def test_no_contact_over_a_time_is_a_gap_statement_and_on_a_day_is_not():
    assert only("1 May 1999 - 30 June 1999", "No contact with the family").kind is Kind.GAP_STATEMENT
    assert only("1 May 1999", "No contact made at the door").kind is Kind.ENTRY


def test_a_record_made_later_is_kept_with_the_entry():
    entry = only("14/7/1999", "Visit", "2/9/1999", headings=("Date", "Event", "Date recorded"))
    aside = only("14/7/1999 (recorded 02/09/1999)", "Visit")

    assert entry.recorded.edtf == aside.recorded.edtf == "1999-09-02"
    assert "recorded_before_it_happened" not in entry.flags


def test_a_record_dated_before_the_event_is_flagged():
    entry = only("14/7/1999", "Visit", "2/6/1999", headings=("Date", "Event", "Date recorded"))

    assert "recorded_before_it_happened" in entry.flags


@pytest.mark.parametrize(
    ("words", "flag"), [("Yes", "child_seen"), ("N", "child_not_seen"), ("not known", None)]
)
def test_whether_the_child_was_seen_is_a_flag(words, flag):
    entry = only("14/7/1999", "Visit", words, headings=("Date", "Event", "Child seen"))

    assert [one for one in entry.flags if one.startswith("child")] == ([flag] if flag else [])


def test_time_and_end_date_columns_narrow_and_stretch_the_date():
    timed = only("14/7/1999", "14:30", "Visit", headings=("Date", "Time", "Event"))
    lasted = only("14/7/1999", "16/7/1999", "In hospital", headings=("Start date", "End date", "Event"))

    assert timed.when.as_json()["earliest"] == "1999-07-14T14:30"
    assert lasted.when.edtf == "1999-07-14/1999-07-16"


def test_cells_past_the_last_heading_are_kept():
    entry = only("14/7/1999", "Visit", "and a word more", headings=("Date", "Event"))

    assert entry.cells["Column 3"] == "and a word more"


def test_a_table_that_goes_on_without_headings_keeps_the_columns_of_the_one_before():
    first = Table("table 1", (Row(1, ("Date", "Event")), Row(2, ("1/5/1999", "Visit"))))
    second = Table("table 2", (Row(1, ("2/5/1999", "Call")), Row(2, ("3/5/1999", "Letter"))))
    fates = interpret(ReturnFile("a.docx", "docx", "0" * 64, 1, (first, second))).fates

    assert [one.event for one in fates if isinstance(one, Entry)] == ["Visit", "Call", "Letter"]


def test_a_table_of_pairs_is_a_title_before_the_chronology_and_a_glossary_after():
    pairs = Table("table 1", (Row(1, ("Completed by", "Named nurse")),))
    main = Table("table 2", (Row(1, ("Date", "Event")), Row(2, ("1/5/1999", "Visit"))))
    key = Table("table 3", (Row(1, ("GP", "general practitioner")),))
    fates = interpret(ReturnFile("a.docx", "docx", "0" * 64, 1, (pairs, main, key))).fates

    assert [str(one.kind) for one in fates if isinstance(one, FurnitureRow)] == [
        "title",
        "heading",
        "glossary",
    ]


def test_a_wide_table_nobody_can_read_is_held_row_by_row():
    main = Table("table 1", (Row(1, ("Date", "Event")), Row(2, ("1/5/1999", "Visit"))))
    other = Table("table 2", (Row(1, ("red", "amber", "green")), Row(2, ("a", "b", "c"))))
    fates = interpret(ReturnFile("a.docx", "docx", "0" * 64, 1, (main, other))).fates

    assert [one.code for one in fates if isinstance(one, Unplaced)] == [Code.NO_COLUMNS] * 2


def test_columns_without_headings_are_known_by_what_they_hold():
    fates = returned(("1/5/1999", "Home visit made"), ("2/5/1999", "Telephone call")).fates

    assert [one.event for one in fates] == ["Home visit made", "Telephone call"]


@pytest.mark.parametrize("heading", ["Ward log", "Comments"])
def test_without_an_event_column_the_wordiest_free_column_or_the_comments_tell_of_it(heading):
    fates = returned(
        ("Date", "Role", heading, "Ref"), ("1/5/1999", "Nurse", "Child seen on the ward", "")
    ).fates

    assert fates[1].event == "Child seen on the ward"


def test_a_part_that_a_map_leaves_out_is_a_note_and_still_in_the_ledger():
    notes = Table("Notes", (Row(1, ("Date", "Event")), Row(2, ("1/5/1999", "Not for the review"))))
    main = Table("Main", (Row(1, ("Date", "Event")), Row(2, ("1/5/1999", "Visit"))))
    file = ReturnFile("a.xlsx", "xlsx", "0" * 64, 1, (notes, main))
    fates = interpret(file, Said(part="Main")).fates

    assert [one.event for one in fates if isinstance(one, Entry)] == ["Visit"]
    assert [str(one.kind) for one in fates if isinstance(one, FurnitureRow)] == ["note", "note", "heading"]


def test_a_return_with_headings_and_no_rows_is_refused_whole():
    with pytest.raises(Trouble, match="no rows under them"):
        returned(("Date", "Event"))


def test_a_return_without_a_column_of_dates_is_refused_whole():
    with pytest.raises(Trouble, match="no column that could be its dates"):
        returned(("Name", "Shoe size", "Colour"), ("A", "4", "red"), ("B", "5", "blue"))


def test_the_columns_read_are_told_by_their_headings():
    assert returned(HEADINGS, ("1/5/1999", "Visit")).columns[Field.TOLD_ON] == "Date told"


def test_each_sheet_belongs_to_the_agency_of_its_own_title_block():
    sheets = tuple(
        Table(agency, (Row(1, (f"Agency: {agency}",)), Row(2, ("Date", "Event")), Row(3, (day, "Visit"))))
        for agency, day in (("Health", "1/5/1999"), ("Police", "2/5/1999"))
    )
    entries = interpret(ReturnFile("two.xlsx", "xlsx", "0" * 64, 1, sheets)).entries()

    assert [entry.agency for entry in entries] == ["Health", "Police"]


def test_a_part_of_a_told_cell_that_names_nobody_keeps_its_place_in_the_row_of_statuses():
    entry = only("14/7/1999", "Visit", "", "-; Police", "", "-; told")

    assert [(one.name, one.status) for one in entry.told] == [("Police", Status.TOLD)]


@pytest.mark.parametrize(
    ("said", "where"),
    [
        (Said(heading_row=9), "brent.csv"),
        (Said(heading_row=1, columns={Field.EVENT: "Detials"}), "brent.csv, row 1"),
        (Said(columns={Field.EVENT: "Detials"}), "brent.csv"),
    ],
)
def test_a_map_that_does_not_fit_is_said_with_the_file_it_speaks_of(said, where):
    with pytest.raises(Trouble) as trouble:
        returned(("Date", "Event"), ("1/5/1999", "Visit"), said=said)
    assert trouble.value.where == where
