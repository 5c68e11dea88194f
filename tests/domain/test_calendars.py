"""The bank holidays of each nation, beside a second opinion and the one-off days that people remember."""

from __future__ import annotations

from datetime import date

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.deadlines import calendar_names, due_on, load_calendar

NATIONS = {"eng": "ENG", "wal": "WLS", "sco": "SCT", "ni": "NIR"}
PARTED = {
    "sco": {
        date(2006, 11, 30),  # the library has it a year before the Act of 2007 made it a bank holiday
        date(2026, 6, 15),  # proclaimed in February 2026; the library does not know of it
    }
}
"""Where the second opinion is wrong, and why we say so."""


def second_opinion(nation: str, years: range) -> set[date]:
    found = holidays.country_holidays("GB", subdiv=NATIONS[nation], years=years)
    return {day for day in found if day.weekday() < 5} ^ PARTED.get(nation, set())


def test_every_calendar_has_a_second_opinion() -> None:
    assert set(calendar_names()) == set(NATIONS)


@pytest.mark.parametrize("nation", NATIONS)
def test_a_calendar_agrees_day_by_day_with_a_second_opinion(nation: str) -> None:
    ours = load_calendar(nation)
    years = range(ours.first_year, ours.last_year + 1)

    assert (ours.first_year, ours.last_year) == (2006, 2035)
    assert set(ours.holidays) == second_opinion(nation, years)


@pytest.mark.parametrize("nation", NATIONS)
@given(start=st.dates(date(2006, 1, 2), date(2035, 6, 30)), length=st.integers(1, 60))
def test_working_days_agree_with_the_library_s_own_count(nation: str, start: date, length: int) -> None:
    rests = holidays.country_holidays("GB", subdiv=NATIONS[nation])
    told = sorted(day for day in PARTED.get(nation, set()) if start < day)
    due = due_on(start, length, "working_days", load_calendar(nation)).day

    if not any(day <= due for day in told):
        assert due == rests.get_nth_working_day(start, length)


@pytest.mark.parametrize(
    ("nation", "day", "why"),
    [
        ("eng", date(2011, 4, 29), "Royal wedding bank holiday"),
        ("wal", date(2012, 6, 4), "Spring bank holiday"),
        ("eng", date(2012, 5, 28), None),
        ("eng", date(2012, 6, 5), "Diamond Jubilee bank holiday"),
        ("eng", date(2020, 5, 4), None),
        ("eng", date(2020, 5, 8), "Early May bank holiday"),
        ("ni", date(2022, 6, 3), "Platinum Jubilee bank holiday"),
        ("sco", date(2022, 9, 19), "State funeral bank holiday"),
        ("sco", date(2023, 5, 8), "Coronation bank holiday"),
        ("sco", date(2026, 1, 2), "2nd January"),
        ("eng", date(2026, 1, 2), None),
        ("sco", date(2026, 4, 6), None),
        ("eng", date(2026, 4, 6), "Easter Monday"),
        ("sco", date(2006, 11, 30), None),
        ("sco", date(2024, 12, 2), "St Andrew's Day (substitute day)"),
        ("sco", date(2026, 6, 15), "World Cup bank holiday"),
        ("sco", date(2026, 8, 31), None),
        ("ni", date(2024, 3, 18), "St Patrick's Day (substitute day)"),
        ("ni", date(2026, 7, 13), "Battle of the Boyne (Orangemen's Day) (substitute day)"),
    ],
)
def test_days_of_one_nation_or_one_year_are_known_by_name(nation: str, day: date, why: str | None) -> None:
    assert load_calendar(nation).why_rest(day) == why
