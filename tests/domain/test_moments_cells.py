"""Cells of a return: true dates, spreadsheet numbers, and a start with an end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from candour.domain.cells import Cell
from candour.domain.moments import Fate, Precision, between, read, read_cell


@pytest.mark.parametrize(
    ("cell", "edtf", "flags"),
    [
        (datetime(1999, 7, 14), "1999-07-14", ()),
        (date(1999, 7, 14), "1999-07-14", ()),
        (datetime(1999, 7, 14, 14, 30), "1999-07-14T14:30:00", ()),
        (datetime(1999, 7, 14, 12, 0), "1999-07-14T12:00:00", ("noon_filler",)),
        (datetime(1999, 7, 1), "1999-07-01", ("first_of_month_filler",)),
        (36355, "1999-07-14", ("excel_serial",)),
        (36355.0, "1999-07-14", ("excel_serial",)),
        (36355.604166666, "1999-07-14T14:30:00", ("excel_serial",)),
        (36342, "1999-07-01", ("excel_serial", "first_of_month_filler")),
        (1999, "1999", ()),
        ("14/07/1999", "1999-07-14", ()),
    ],
)
def test_a_date_cell_is_read_for_what_it_holds(cell: Cell, edtf, flags):
    moment = read_cell(cell)

    assert (moment.edtf, moment.flags) == (edtf, flags)


@pytest.mark.parametrize("cell", [None, "", "   ", datetime(1900, 1, 1), time(14, 30), timedelta(hours=3)])
def test_a_cell_without_a_date_is_held_for_a_person(cell: Cell):
    moment = read_cell(cell)

    assert (moment.fate, moment.code) == (Fate.HELD, "no_date")


@pytest.mark.parametrize("cell", [True, 0.5, float("nan"), float("inf"), 1e30, -7.5, 7.5, 123456789])
def test_a_number_that_can_be_no_date_is_refused(cell: Cell):
    assert read_cell(cell).fate is Fate.REFUSED


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("14/7/99", "16/7/99", "1999-07-14/1999-07-16"),
        ("14/7/99", "14/7/99", "1999-07-14"),
        ("14/7/99", "", "1999-07-14"),
        ("14/7/99", "n/k", "1999-07-14"),
        ("14/7/99", "ongoing", "1999-07-14/.."),
        ("July 1999", "Sept 1999", "1999-07/1999-09"),
        ("July 1999", "14/7/99", "1999-07/1999-07-14"),
        ("spring 1999", "autumn 1999", "1999-03/1999-11"),
        ("? 14/7/99", "c. August 1999", "1999-07-14?/1999-08~"),
        ("since June 1999", "16/7/99", "1999-06/1999-07-16"),
        ("--/07/1999", "xx/xx/2000", "1999-07/2000"),
        ("w/c 12/7/99", "w/c 19/7/99", "1999-07-12/1999-07-25"),
        ("14/7/99 14:30", "14/7/99 16:00", "1999-07-14T14:30:00/1999-07-14T16:00:00"),
    ],
)
def test_a_date_and_an_end_date_make_an_interval(start, end, edtf):
    assert between(read(start), read(end)).edtf == edtf


def test_the_hours_of_the_first_and_last_day_are_kept_in_an_interval():
    moment = between(read("14/7/99 p.m."), read("16/7/99 a.m."))

    assert (moment.earliest, moment.latest) == (datetime(1999, 7, 14, 12, 0), datetime(1999, 7, 16, 11, 59))
    assert moment.precision is Precision.INTERVAL


def test_an_end_before_the_start_is_held_with_both():
    moment = between(read("16/7/99"), read("14/7/99"))

    assert (moment.fate, moment.code) == (Fate.HELD, "ends_before_it_starts")
    assert moment.readings == ("1999-07-16", "1999-07-14")


def test_a_question_at_either_end_holds_the_whole_with_its_readings():
    start_lacks_year, end_disagrees = (
        between(read("14/7"), read("16/7/99")),
        between(read("12/7/99"), read("Tues 14/7/99")),
    )

    assert start_lacks_year.code == "no_year"
    assert end_disagrees.code == "weekday_disagrees"
    assert "1999-07-12/1999-07-13?" in end_disagrees.readings


def test_a_date_with_an_end_that_cannot_be_read_is_still_a_date():
    moment = between(read("14/7/99"), read("see log"))

    assert (moment.fate, moment.readings) == (Fate.HELD, ("1999-07-14",))
    assert moment.refused is not None
    assert moment.refused.startswith("The end date:")


def test_what_stood_beside_either_date_is_kept():
    moment = between(read("14/7/99 (recorded 2/9/99)"), read("16/7/99"))

    assert dict(moment.also) == {"recorded": "1999-09-02"}
