"""Promises of machine times: an offset is turned into UK civil time, summer time and all."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.moments import Fate, read
from candour.domain.moments.instants import summer_time


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1999-07-14T14:30:00Z", "1999-07-14T15:30:00"),
        ("1999-12-14T14:30:00Z", "1999-12-14T14:30:00"),
        ("1999-07-14T14:30:00+01:00", "1999-07-14T14:30:00"),
        ("1999-07-14 14:30:00.123 UTC", "1999-07-14T15:30:00"),
        ("1999-07-14T20:30:00-05:00", "1999-07-15T02:30:00"),
        ("1999-07-14T23:30:00Z", "1999-07-15T00:30:00"),
    ],
)
def test_a_time_with_an_offset_becomes_the_time_on_uk_clocks(text: str, edtf: str) -> None:
    assert (read(text).edtf, read(text).rule) == (edtf, "instant")


@pytest.mark.parametrize(
    "text", ["1999-07-14T00:00:00Z", "1999-07-13T23:00:00Z", "1999-07-14T00:00:00+01:00"]
)
def test_a_midnight_filled_in_by_a_machine_leaves_the_day(text: str) -> None:
    moment = read(text)

    assert (moment.edtf, moment.flags) == ("1999-07-14", ("midnight_filler",))


@pytest.mark.parametrize("text", ["1975-07-14T14:30:00Z", "1999-02-30T14:30:00Z", "1999-07-14T25:30:00Z"])
def test_what_no_uk_clock_is_known_to_have_shown_is_not_placed(text: str) -> None:
    assert read(text).fate is not Fate.PLACED


@pytest.mark.parametrize(
    ("year", "forward", "back"),
    [
        (1981, date(1981, 3, 29), date(1981, 10, 25)),
        (1989, date(1989, 3, 26), date(1989, 10, 29)),
        (1995, date(1995, 3, 26), date(1995, 10, 22)),
        (1999, date(1999, 3, 28), date(1999, 10, 31)),
        (2026, date(2026, 3, 29), date(2026, 10, 25)),
    ],
)
def test_summer_time_begins_and_ends_on_the_sundays_of_its_year(year: int, forward: date, back: date) -> None:
    assert summer_time(year) == (forward, back)
