"""Promises found by people who wrote dates without knowing the grammar: what it must not be too sure of."""

from __future__ import annotations

import pytest

from candour.domain.moments import Context, Fate, at_time, from_edtf, read

JULY = Context(year=1999, month=7)
AFTER_A_DAY = Context(anchor=from_edtf("1999-06-18"))


@pytest.mark.parametrize("text", ["3 days", "14 days", "7 visits", "10 calls", "x14", "2 weeks"])
def test_a_count_under_a_month_heading_is_no_day_of_that_month(text: str) -> None:
    assert read(text, JULY).fate is not Fate.PLACED


@pytest.mark.parametrize(
    ("text", "reading"),
    [("the week before", "1999-06-11/1999-06-17"), ("end of that month", "1999-06-18/1999-06-30")],
)
def test_words_that_lean_loosely_on_the_entry_before_are_offered_not_placed(text: str, reading: str) -> None:
    moment = read(text, AFTER_A_DAY)

    assert moment.fate is Fate.HELD
    assert reading in moment.readings


@pytest.mark.parametrize("text", ["in 2 weeks", "2 days later at 3pm", "day 3", "for the next 3 days"])
def test_words_that_count_from_another_entry_are_held_and_not_refused(text: str) -> None:
    assert (read(text).fate, read(text).code) == (Fate.HELD, "relative_without_anchor")


def test_a_time_cell_that_runs_past_midnight_ends_on_the_day_after() -> None:
    moment = at_time(read("14/07/1999"), "22:00-02:00")

    assert moment.edtf == "1999-07-14T22:00:00/1999-07-15T02:00:00"


@pytest.mark.parametrize("text", ["10pm - 2am 14/07/99", "14.07.99-16.07", "14 July 1930-2030hrs", "2019-21"])
def test_figures_with_two_plain_meanings_wait_for_a_person(text: str) -> None:
    assert (read(text).fate, read(text).code) == (Fate.HELD, "ambiguous_date")


@pytest.mark.parametrize("text", ["00/01/1900", "0/1/1900", "00-Jan-1900", "00-Jan-00"])
def test_what_a_spreadsheet_shows_for_an_empty_cell_is_no_date(text: str) -> None:
    moment = read(text)

    assert moment.fate is Fate.HELD
    assert "XXXX" in moment.readings


@pytest.mark.parametrize("text", ["14/07/99 - home visit", "14/07/99 SW visited at 2pm", "14(15)/07/99"])
def test_a_date_glued_to_other_words_is_offered(text: str) -> None:
    moment = read(text)

    assert moment.fate is Fate.HELD
    assert "1999-07-14" in moment.readings


@pytest.mark.parametrize(
    "text", ["after 31/12/9999", "after December 9999", "since 9999-12-31", "3 days after 31/12/9999"]
)
def test_the_last_day_that_a_program_can_write_is_no_date_and_nothing_comes_after_it(text: str) -> None:
    moment = read(text)

    assert moment.fate is not Fate.PLACED
    assert not any("10000" in one for one in moment.readings)
