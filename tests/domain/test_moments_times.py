"""Times of day: bounds to the minute or to the part of the day, and what a filled-in time is worth."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from candour.domain.cells import Cell
from candour.domain.moments import Precision, at_time, read


@pytest.mark.parametrize(
    ("words", "precision", "opens", "closes"),
    [
        ("14/7/99 14:30", Precision.MINUTE, "14:30", "14:30"),
        ("14.7.99 @ 1430hrs", Precision.MINUTE, "14:30", "14:30"),
        ("14/7/99 2.30pm", Precision.MINUTE, "14:30", "14:30"),
        ("14/7/99 3pm", Precision.HOUR, "15:00", "15:59"),
        ("14/7/99 12.30am", Precision.MINUTE, "00:30", "00:30"),
        ("14/7/99 2-3pm", Precision.INTERVAL, "14:00", "15:00"),
        ("14/7/99 a.m.", Precision.PART_OF_DAY, "00:00", "11:59"),
        ("morning of 14/7/99", Precision.PART_OF_DAY, "06:00", "11:59"),
        ("14/7/99 afternoon", Precision.PART_OF_DAY, "12:00", "17:59"),
        ("14/7/99 p.m.", Precision.PART_OF_DAY, "12:00", "23:59"),
        ("evening of 14/7/99", Precision.PART_OF_DAY, "17:00", "23:59"),
        ("In the early hours of 14.07.1999", Precision.PART_OF_DAY, "00:00", "05:59"),
        ("just after 3pm 14/7/99", Precision.PART_OF_DAY, "15:00", "16:00"),
        ("14/7/99 after 3pm", Precision.PART_OF_DAY, "15:00", "23:59"),
        ("14/7/99 before 9am", Precision.PART_OF_DAY, "00:00", "09:00"),
        ("14/7/99", Precision.DAY, "00:00", "23:59"),
        ("14/7/99 2.30", Precision.DAY, "00:00", "23:59"),
        ("14/7/99 night", Precision.DAY, "00:00", "23:59"),
    ],
)
def test_a_time_narrows_the_day_as_far_as_it_says(words, precision, opens, closes):
    moment = read(words)

    assert moment.precision is precision
    assert f"{moment.earliest:%Y-%m-%d %H:%M}" == f"1999-07-14 {opens}"
    assert f"{moment.latest:%Y-%m-%d %H:%M}" == f"1999-07-14 {closes}"


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("00:00 14/07/1999", "midnight_filler"),
        ("14/07/1999 0000hrs", "midnight_filler"),
        ("14/07/1999 12:00", "noon_filler"),
        ("14/07/1999 2.30", "time_unclear"),
        ("14/07/1999 midnight", "time_unclear"),
        ("14/07/1999 at night", "time_unclear"),
        ("14/07/1999 - 16:45 approx", "time_approximate"),
        ("14/07/1999 about 2pm", "time_approximate"),
        ("just after 3pm on 14/07/1999", "time_approximate"),
        ("14/07/1999 14:30?", "time_uncertain"),
    ],
)
def test_a_time_that_is_filled_in_unclear_or_about_is_flagged(words, flag):
    assert flag in read(words).flags


@pytest.mark.parametrize("words", ["14/07/1999 noon", "14/07/1999 12pm", "14/07/1999 2.30pm"])
def test_a_time_that_is_said_in_words_is_no_filler(words):
    assert read(words).flags == ()


def test_a_night_between_two_days_reaches_from_evening_to_morning():
    moment = read("overnight 14/15 July 1999")

    assert (moment.earliest, moment.latest) == (datetime(1999, 7, 14, 18, 0), datetime(1999, 7, 15, 8, 59))


def test_a_time_without_a_date_is_no_date():
    assert [read(words).code for words in ("14:30", "2.30pm", "noon", "1430hrs")] == ["no_date"] * 4


@pytest.mark.parametrize(
    ("cell", "edtf", "flags"),
    [
        ("14:30", "1999-07-14T14:30:00", ()),
        ("1430", "1999-07-14T14:30:00", ()),
        ("1430hrs", "1999-07-14T14:30:00", ()),
        ("14h30", "1999-07-14T14:30:00", ()),
        ("2.30pm", "1999-07-14T14:30:00", ()),
        ("14:30 - 15:00", "1999-07-14T14:30:00/1999-07-14T15:00:00", ()),
        ("9-10am", "1999-07-14T09:00:00/1999-07-14T10:00:00", ()),
        ("approx 2pm", "1999-07-14T14:00:00", ("time_approximate",)),
        ("AM", "1999-07-14", ()),
        ("evening", "1999-07-14", ()),
        ("noon", "1999-07-14T12:00:00", ()),
        ("00:00", "1999-07-14", ("midnight_filler",)),
        ("12:00", "1999-07-14T12:00:00", ("noon_filler",)),
        ("2.30", "1999-07-14", ("time_unclear",)),
        ("night", "1999-07-14", ("time_unclear",)),
        ("overnight", "1999-07-14", ("time_unclear",)),
        ("see log", "1999-07-14", ("time_unread",)),
        ("25:00", "1999-07-14", ("time_unread",)),
        ("", "1999-07-14", ()),
        (None, "1999-07-14", ()),
        ("n/k", "1999-07-14", ()),
        (time(14, 30), "1999-07-14T14:30:00", ()),
        (time(0, 0), "1999-07-14", ("midnight_filler",)),
        (time(12, 0), "1999-07-14T12:00:00", ("noon_filler",)),
        (datetime(1899, 12, 30, 14, 30), "1999-07-14T14:30:00", ()),
        (timedelta(hours=14, minutes=30), "1999-07-14T14:30:00", ()),
        (0.604166666666, "1999-07-14T14:30:00", ()),
        (0.0, "1999-07-14", ("midnight_filler",)),
        (1430, "1999-07-14T14:30:00", ()),
        (930, "1999-07-14", ("time_unclear",)),
        (25, "1999-07-14", ("time_unread",)),
        (True, "1999-07-14", ("time_unread",)),
    ],
)
def test_a_time_column_narrows_the_day_or_says_why_not(cell: Cell, edtf, flags):
    narrowed = at_time(read("14/07/1999"), cell)

    assert (narrowed.edtf, narrowed.flags) == (edtf, flags)
    assert narrowed.text == "14/07/1999"


def test_a_time_column_keeps_the_doubt_of_the_day_and_what_stood_beside_it():
    narrowed = at_time(read("? 14/07/1999 (recorded 02/09/1999)"), "14:30")

    assert (narrowed.edtf, narrowed.doubt) == ("1999-07-14T14:30:00", "uncertain")
    assert narrowed.also == (("recorded", "1999-09-02"),)


@pytest.mark.parametrize("words", ["July 1999", "14/7/99 14:30", "14/7/99 a.m.", "undated", "3-5 May 2009"])
def test_only_a_placed_day_is_narrowed_by_a_time_column(words):
    moment = read(words)

    assert at_time(moment, "16:00") == moment
