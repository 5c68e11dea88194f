"""Clocks that stand still: which days a pause takes out, and when a stopped clock gives no day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.deadlines import (
    Due,
    Pause,
    Stopped,
    Stops,
    Unit,
    due_on,
    due_or_stopped,
    heeded,
    load_calendar,
    skipped_in_words,
)

ENG = load_calendar("eng")
DAY = timedelta(days=1)
STARTS = st.dates(date(2012, 1, 1), date(2024, 12, 31))


def pause(start: date, end: date | None, why: str = "criminal proceedings") -> Pause:
    return Pause(Stops.PUBLICATION, start, end, why)


@st.composite
def pauses_near(draw: st.DrawFn, start: date) -> list[Pause]:
    """A few pauses around a start, which may touch, overlap and hold the start itself."""
    spans = draw(st.lists(st.tuples(st.integers(-20, 60), st.integers(0, 30)), max_size=3))
    return [pause(start + n * DAY, start + (n + days) * DAY) for n, days in spans]


def by_the_almanac(start: date, length: int, unit: Unit, first_day: int, paused: set[date]) -> date:
    """The day, by crossing off one day after another: written without anything of the code it checks."""
    if unit is Unit.MONTHS:
        length = (start + relativedelta(months=length) - start).days
    day, crossed = start if first_day else start + DAY, 0
    while True:
        rests = unit is Unit.WORKING_DAYS and (day.weekday() > 4 or day in ENG.holidays)
        crossed += not rests and day not in paused
        if crossed == length:
            return day
        day += DAY


@given(st.data(), STARTS, st.integers(1, 40), st.sampled_from(Unit), st.sampled_from([0, 1]))
def test_every_clock_agrees_with_days_crossed_off_one_by_one(
    data: st.DataObject, start: date, length: int, unit: Unit, first_day: int
) -> None:
    length = length if unit is not Unit.MONTHS else 1 + length % 12
    pauses = data.draw(pauses_near(start))
    paused = {one.start + n * DAY for one in pauses for n in range((one.end - one.start).days + 1) if one.end}

    due = due_on(start, length, unit, ENG, first_day=first_day, pauses=pauses)

    assert due.day == by_the_almanac(start, length, unit, first_day, paused)
    assert all(day <= due.day and why for day, why in due.skipped)
    assert [day for day, _ in due.skipped] == sorted({day for day, _ in due.skipped})


@given(st.data(), STARTS, st.integers(1, 40), st.sampled_from(Unit))
def test_a_pause_never_brings_a_day_nearer(data: st.DataObject, start: date, length: int, unit: Unit) -> None:
    length = 1 + length % 12 if unit is Unit.MONTHS else length
    pauses = data.draw(pauses_near(start))

    assert due_on(start, length, unit, ENG, pauses=pauses).day >= due_on(start, length, unit, ENG).day


def test_days_of_a_pause_are_skipped_with_its_reason() -> None:
    due = due_on(
        date(2014, 5, 12), 14, "calendar_days", ENG, pauses=[pause(date(2014, 5, 20), date(2014, 5, 22))]
    )

    assert due.day == date(2014, 5, 29)
    assert due.skipped == tuple((date(2014, 5, day), "Paused: criminal proceedings") for day in (20, 21, 22))


def test_day_one_is_the_day_of_the_event_where_the_law_counts_so() -> None:
    monday, sunday = date(2014, 6, 2), date(2014, 6, 1)

    assert due_on(monday, 5, "working_days", ENG).day == date(2014, 6, 9)
    assert due_on(monday, 5, "working_days", ENG, first_day=1).day == date(2014, 6, 6)
    assert due_on(sunday, 5, "working_days", ENG, first_day=1) == Due(date(2014, 6, 6), ((sunday, "Sunday"),))
    assert due_on(monday, 1, "months", ENG, first_day=1).day == date(2014, 7, 1)


def test_a_clock_that_is_stopped_gives_no_day_and_says_what_was_left() -> None:
    lasting = pause(date(2014, 5, 21), None)

    stopped = due_or_stopped(date(2014, 5, 12), 15, "working_days", ENG, pauses=[lasting])

    assert isinstance(stopped, Stopped)
    assert (stopped.since, stopped.left) == (date(2014, 5, 21), 9)
    assert stopped.in_words == "Paused since 21 May 2014"
    ended = pause(date(2014, 5, 21), date(2014, 7, 31))
    assert due_on(date(2014, 7, 31), 9, "working_days", ENG).day == (
        due_on(date(2014, 5, 12), 15, "working_days", ENG, pauses=[ended]).day
    )


def test_a_pause_that_begins_after_the_day_due_stops_nothing() -> None:
    lasting = pause(date(2014, 6, 10), None)

    due = due_or_stopped(date(2014, 6, 2), 5, "working_days", ENG, pauses=[lasting])

    assert due == due_on(date(2014, 6, 2), 5, "working_days", ENG)


def test_a_clock_heeds_only_the_pauses_that_its_law_names() -> None:
    publication = pause(date(2014, 5, 21), None)
    learning = Pause(Stops.LEARNING, date(2014, 5, 1), date(2014, 5, 9))

    assert heeded([publication, learning], ["publication"]) == (publication,)
    assert heeded([publication, learning], ["publication", "learning"]) == (learning, publication)
    assert heeded([publication, learning], []) == ()


def test_a_pause_without_an_end_is_no_day_to_count_to() -> None:
    with pytest.raises(ValueError, match="still lasts"):
        due_on(date(2014, 5, 12), 5, "working_days", ENG, pauses=[pause(date(2014, 5, 13), None)])


def test_days_not_counted_are_said_in_one_sentence() -> None:
    due = due_on(date(2026, 12, 23), 5, "working_days", ENG)
    held = due_on(
        date(2014, 5, 12), 9, "working_days", ENG, pauses=[pause(date(2014, 5, 15), date(2014, 5, 20))]
    )

    assert skipped_in_words(due.skipped) == (
        "Not counted: 4 weekend days; Christmas Day, 25 December 2026; "
        "Boxing Day (substitute day), 28 December 2026; New Year's Day, 1 January 2027."
    )
    assert "Paused: criminal proceedings, 15 May 2014 to 20 May 2014" in skipped_in_words(held.skipped)
    assert skipped_in_words(()) == ""
