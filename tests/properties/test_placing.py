"""The quick ways of reading a row answer as the slow ones do: a plain row is never furniture or a heading."""

from __future__ import annotations

import pickle
from datetime import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from candour.domain.chronology.packed_returns import packed, unpacked
from candour.domain.chronology.placing import place_rows
from candour.domain.chronology.returned import Returned
from candour.domain.chronology.row_words import NOWHERE, Columns
from candour.domain.moments import ALONE, read
from candour.domain.returns.fields import Field
from candour.domain.returns.furniture import Standing, furniture_of
from candour.domain.returns.mapping import Heading, changed_heading
from candour.domain.returns.tables import ReturnFile, Row, Table
from tests.strategies import cell_words

HEADED = ("Date", "Date (1)", "(2) Date", "Event", "When it happened 1", "Details", "Sequence 2", "")
WRITTEN = ("14/7/99", "# 1", "(2) Date", "Date (1)", "Tuesday 14 July 1999", "1999", "Abbreviations", "No. 3")


def cells() -> st.SearchStrategy[str]:
    return st.sampled_from((*HEADED, *WRITTEN)) | cell_words()


@st.composite
def headings(draw: st.DrawFn) -> Heading:
    words = tuple(draw(st.lists(st.sampled_from(HEADED), min_size=2, max_size=4, unique=True)))
    date, event = draw(st.permutations(range(len(words))))[:2]
    lines = draw(st.sampled_from([((),), (words[:1], words), (("Date 7",), words)]))
    columns = {Field.DATE: date, Field.EVENT: event}
    return Heading(draw(st.integers(1, 3)), words, columns, dict.fromkeys(columns, 1.0), lines)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    written = draw(
        st.lists(cells(), min_size=1, max_size=5).filter(any).filter(lambda one: any(map(str.strip, one)))
    )
    return Row(draw(st.integers(1, 6)), tuple(written))


@given(headings(), rows())
@example(
    Heading(
        1,
        ("Date", "Date (1)", "(2) Date", "Event"),
        {Field.DATE: 3, Field.EVENT: 1},
        {Field.DATE: 1.0, Field.EVENT: 1.0},
        (("Date",), ("Date", "Date (1)", "(2) Date", "Event")),
    ),
    Row(2, ("Date", "Date", "Date", "When it happened 1")),
)
def test_a_row_that_is_plainly_an_entry_is_neither_furniture_nor_another_heading(
    heading: Heading, row: Row
) -> None:
    if not Columns(heading).plainly_an_entry(row.number, Columns(heading).words_of(row)):
        return

    assert changed_heading(row, heading) is None
    assert furniture_of(row, heading, Standing(ALONE)) is None


@given(headings(), rows())
def test_the_words_of_a_row_are_those_of_its_cells_one_by_one(heading: Heading, row: Row) -> None:
    columns = Columns(heading)
    said = columns.words_of(row)

    assert said[:-1] == [row.words(column) for column in range(len(said) - 1)]
    assert said[NOWHERE] == ""
    assert list(columns.by_name(said).values()) == [one for one in said if one]
    for field in Field:
        column = heading.columns.get(field)
        assert said[getattr(columns, field)] == ("" if column is None else row.words(column))


COLUMNS = {
    Field.DATE: (
        "14/7/99",
        "c. 3 May 2004",
        "31/2/1999",
        "w/c 5/1/2004",
        "between May and June 99",
        "1999",
        "",
    ),
    Field.END_DATE: ("", "", "", "16/7/99", "?"),
    Field.TIME: ("", "14:30", "930", "pm", "00:00"),
    Field.END_TIME: ("", "", "15:10"),
    Field.SEQUENCE: ("", "12", "a1"),
    Field.AGENCY: ("", "Another Agency"),
    Field.EVENT: ("Seen at home", "No contact", "", "No involvement between 3 May 1999 and 1 June 1999"),
    Field.ACTION: ("", "Referred"),
    Field.PEOPLE: ("", "Mother; Child"),
    Field.TOLD: ("", "Police", "Police; GP", "none", "; School"),
    Field.TOLD_ON: ("", "15/7/99", "next day", "n/a", "15/7/99; 16/7/99", "3 days later"),
    Field.TOLD_STATUS: ("", "not told", "told; joint", "perhaps", " ; implied"),
    Field.RECORDED_ON: ("", "1/1/99", "next day", "someday", "20/7/99"),
    Field.CHILD_SEEN: ("", "Yes", "no"),
    Field.CHILD_ALONE: ("", "yes"),
    Field.SOURCE: ("", "# note", "#12", "page 3"),
}
"""What a row may say under each heading."""
UNDER = Heading(1, tuple(map(str, COLUMNS)), {one: at for at, one in enumerate(COLUMNS)}, {})
TRUE_DATES = [datetime(1999, 7, 14), datetime(1999, 7, 14, 9, 30), 36355.0]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    made = []
    for number in range(2, draw(st.integers(3, 6))):
        cells = [draw(st.sampled_from(words)) for words in COLUMNS.values()]
        if draw(st.integers(0, 4)) == 0:
            cells[0] = draw(st.sampled_from(TRUE_DATES))
        made.append(Row(number, tuple(cells[: draw(st.integers(7, len(cells)))])))
    return Table("Sheet", tuple(row for row in made if any(row.in_words())))


@given(tables())
def test_a_row_that_is_placed_at_once_is_what_every_question_would_have_made_of_it(table: Table) -> None:
    elsewhere = {
        ("another sheet", 1): read("14/7/1999")
    }  # while a person has answered anything, all is asked

    placed = list(place_rows(table, UNDER, file="a.xlsx", agency="An Agency"))

    assert placed == list(place_rows(table, UNDER, file="a.xlsx", agency="An Agency", answers=elsewhere))


@given(tables())
def test_a_return_that_goes_from_one_process_to_another_arrives_as_it_was(table: Table) -> None:
    file = ReturnFile("a.xlsx", "xlsx", "0" * 64, 1, ())
    fates = tuple(place_rows(table, UNDER, file="a.xlsx", agency="An Agency"))
    sent = Returned(file, "An Agency", {Field.DATE: "date"}, fates, (UNDER, None))

    assert unpacked(pickle.loads(pickle.dumps(packed(sent)))) == sent
