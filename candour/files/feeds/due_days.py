"""Days on which something is due, as a calendar feed: whole days, with titles that give nothing away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

OURS = "-//Candour//Due days//EN"


@dataclass(frozen=True, slots=True)
class DueDay:
    """One entry of the feed. `uid` stays the same while the thing is the same, whatever its day and title."""

    uid: str
    title: str
    day: date
    address: str = ""


def feed_of_due_days(name: str, days: Iterable[DueDay], *, at: datetime) -> bytes:
    """A feed of whole days, in order of day. `at` is when it is written, with its time zone.

    Calendar programs look again every few hours. A due day takes up nobody's time.
    """
    feed = Calendar()
    feed.add("prodid", OURS)
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", name)
    feed.add("x-published-ttl", "PT6H")
    for one in sorted(days, key=lambda one: (one.day, one.uid)):
        feed.add_component(_event(one, at.astimezone(UTC)))
    written: bytes = feed.to_ical()
    return written


def _event(one: DueDay, at: datetime) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", at)
    event.add("summary", one.title)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if one.address:
        event.add("url", one.address)
    return event
