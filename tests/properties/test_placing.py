"""The quick ways of reading a row answer as the slow ones do: a plain row is never furniture or a heading."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.row_words import NOWHERE, Columns
from candour.domain.moments import ALONE
from candour.domain.returns.fields import Field
from candour.domain.returns.furniture import Standing, furniture_of
from candour.domain.returns.mapping import Heading, changed_heading
from candour.domain.returns.tables import Row
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
