"""When a thing is due, which days were skipped and why, and how it is said."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.deadlines import (
    State,
    due_before,
    due_on,
    in_words,
    length_in_words,
    load_calendar,
    read_calendar,
    state,
    working_days_between,
)
from candour.domain.packs.opening import Kind, pack_words
from candour.domain.trouble import Trouble, Troubles

ENG = load_calendar("eng")
DAYS = st.dates(date(2010, 3, 1), date(2029, 9, 30))
DAY = timedelta(days=1)
THURSDAY = date(2014, 6, 19)


def test_five_working_days_over_christmas_say_what_they_skipped() -> None:
    due = due_on(date(2026, 12, 23), 5, "working_days", ENG)

    assert due.day == date(2027, 1, 4)
    assert [(day.day, why) for day, why in due.skipped] == [
        (25, "Christmas Day"),
        (26, "Saturday"),
        (27, "Sunday"),
        (28, "Boxing Day (substitute day)"),
        (1, "New Year's Day"),
        (2, "Saturday"),
        (3, "Sunday"),
    ]


@given(DAYS, st.integers(0, 60))
def test_working_days_agree_with_a_count_day_by_day(start: date, length: int) -> None:
    due = due_on(start, length, "working_days", ENG)
    after = [start + n * DAY for n in range(1, (due.day - start).days + 1)]
    skipped = [day for day, _ in due.skipped]

    assert [day for day in after if ENG.works(day)] == [day for day in after if day not in skipped]
    assert len(after) - len(skipped) == length == working_days_between(start, due.day, ENG)
    assert length == 0 or ENG.works(due.day)


@given(DAYS, st.integers(1, 30))
def test_notice_counted_back_leaves_the_whole_of_its_length(event: date, length: int) -> None:
    last = due_before(event, length, "working_days", ENG).day
    between = [last + n * DAY for n in range((event - last).days)]

    assert sum(ENG.works(day) for day in between) == length
    assert due_before(event, length, "calendar_days", ENG).day + length * DAY == event


@given(DAYS, DAYS)
def test_counting_back_is_counting_forward_with_a_minus(one: date, other: date) -> None:
    assert working_days_between(one, other, ENG) == -working_days_between(other, one, ENG)


@pytest.mark.parametrize(
    ("start", "length", "due"),
    [
        (date(2014, 1, 31), 1, date(2014, 2, 28)),
        (date(2016, 1, 31), 1, date(2016, 2, 29)),
        (date(2013, 8, 31), 6, date(2014, 2, 28)),
        (date(2014, 5, 12), 6, date(2014, 11, 12)),
        (date(2014, 2, 28), 1, date(2014, 3, 28)),
    ],
)
def test_months_keep_the_day_or_end_with_the_month(start: date, length: int, due: date) -> None:
    assert due_on(start, length, "months", ENG).day == due


def test_months_stay_on_a_rest_day_unless_the_law_says_otherwise() -> None:
    saturday = date(2014, 5, 24)
    moved = due_on(date(2014, 4, 24), 1, "months", ENG, to_working_day=True)

    assert due_on(date(2014, 4, 24), 1, "months", ENG).day == saturday
    assert moved.day == date(2014, 5, 27)
    assert [why for _, why in moved.skipped] == ["Saturday", "Sunday", "Spring bank holiday"]


def test_a_length_in_words_counts_as_people_do() -> None:
    assert length_in_words(1, "months") == "1 calendar month"
    assert length_in_words(14, "calendar_days") == "14 days"


@pytest.mark.parametrize(
    ("today", "words", "standing"),
    [
        (date(2014, 6, 4), "Due in 11 working days", State.DUE),
        (date(2014, 6, 12), "Due in 5 working days", State.AT_RISK),
        (date(2014, 6, 18), "Due in 1 working day", State.AT_RISK),
        (THURSDAY, "Due today", State.AT_RISK),
        (date(2014, 6, 20), "1 working day late", State.LATE),
        (date(2014, 6, 24), "3 working days late", State.LATE),
    ],
)
def test_a_deadline_is_said_in_working_days(today: date, words: str, standing: State) -> None:
    assert in_words(THURSDAY, today, ENG) == words
    assert state(THURSDAY, today, ENG) is standing


def test_a_deadline_with_only_rest_days_between_is_said_by_its_weekday() -> None:
    friday, sunday = date(2014, 6, 20), date(2014, 6, 22)

    assert in_words(sunday, friday, ENG) == "Due on Sunday"
    assert in_words(friday, sunday, ENG) == "Late since Friday"
    assert state(friday, sunday, ENG) is State.LATE


def test_a_month_of_notice_keeps_to_the_end_of_the_month() -> None:
    assert due_before(date(2014, 3, 31), 1, "months", ENG).day == date(2014, 2, 28)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2013-05-06 =", "2013-5-6 =", "`holidays.2013-5-6` is not a day"),
        ("2013-05-06 =", "2013-05-05 =", "`holidays.2013-05-05` is a weekend day"),
        (
            "last_year = 2035",
            "last_year = 2034",
            "`holidays.2035-01-01` is a weekend day or of a year outside",
        ),
    ],
)
def test_a_slip_in_a_calendar_is_told_with_its_file_and_key(old: str, new: str, told: str) -> None:
    words = pack_words(Kind.CALENDARS, "eng")

    assert old in words
    with pytest.raises(Troubles, match=re.escape(told)):
        read_calendar(words.replace(old, new), "draft.toml")


def test_a_year_without_known_bank_holidays_is_refused_and_not_guessed() -> None:
    with pytest.raises(Trouble, match="no bank holidays for 2036"):
        due_on(date(2035, 12, 28), 5, "working_days", ENG)
