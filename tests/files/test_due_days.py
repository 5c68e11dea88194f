"""The calendar feed of due days, read back by eye and by the library."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from candour.files.feeds.due_days import DueDay, feed_of_due_days

AT = datetime(2026, 11, 23, 10, 30, tzinfo=timezone(timedelta(hours=1)))
DAY = DueDay("a1@candour", "Waits for you: 2014/003", date(2014, 6, 19), "http://127.0.0.1:8000/tasks/")
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=200)


def events(feed: bytes) -> list[dict[str, object]]:
    return [dict(one) for one in Calendar.from_ical(feed).walk("VEVENT")]


def test_a_due_day_is_a_whole_day_that_takes_up_no_time() -> None:
    (event,) = Calendar.from_ical(feed_of_due_days("Candour", [DAY], at=AT)).walk("VEVENT")

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2014, 6, 19), date(2014, 6, 20))
    assert event.decoded("dtstamp") == datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    assert str(event["summary"]) == "Waits for you: 2014/003"
    assert str(event["transp"]) == "TRANSPARENT"
    assert str(event["class"]) == "PRIVATE"


def test_lines_are_as_the_standard_asks() -> None:
    feed = feed_of_due_days("Candour", [DAY, DueDay("b2@candour", "é; , \\ " * 40, date(2014, 6, 1))], at=AT)
    lines = feed.split(b"\r\n")

    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in feed.replace(b"\r\n", b"")
    assert b"DTSTART;VALUE=DATE:20140619" in lines
    assert b"DTSTAMP:20261123T093000Z" in lines


@given(st.lists(st.tuples(WORDS, st.dates(date(2006, 1, 1), date(2035, 12, 31))), max_size=6))
def test_what_is_written_is_read_back_whole_and_in_order(told: list[tuple[str, date]]) -> None:
    days = [DueDay(f"{n}@candour", words, day) for n, (words, day) in enumerate(told)]
    read = Calendar.from_ical(feed_of_due_days("Candour", days, at=AT)).walk("VEVENT")

    assert sorted((str(one["uid"]), str(one["summary"]), one.decoded("dtstart")) for one in read) == sorted(
        (one.uid, one.title, one.day) for one in days
    )
    assert [one.decoded("dtstart") for one in read] == sorted(one.day for one in days)


def test_a_feed_without_days_is_still_a_calendar() -> None:
    feed = feed_of_due_days("Candour", [], at=AT)

    assert events(feed) == []
    assert str(Calendar.from_ical(feed)["prodid"]) == "-//Candour//Due days//EN"
