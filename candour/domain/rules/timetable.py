"""When each clock of a regime runs out, from the events that have happened; which clocks still wait."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from candour.domain.deadlines import Calendar, Due, due_before, due_on
from candour.domain.rules.regime import Clock, Notice, Regime


@dataclass(frozen=True, slots=True)
class Deadline:
    """A clock that has started, the day of its event, and when it runs out."""

    clock: Clock
    start: date
    due: Due


@dataclass(frozen=True, slots=True)
class Timetable:
    """`waiting` are the clocks whose event has not happened."""

    deadlines: tuple[Deadline, ...]
    waiting: tuple[Clock, ...]


def timetable(
    regime: Regime, events: Mapping[str, date], calendar: Calendar, *, review: bool | None = None
) -> Timetable:
    """The deadlines of a regime, by day due. `events` are days by the names of Event.

    `review` says what was decided, so that clocks of the other decision are left out; None keeps all.
    Raises Trouble for a year the calendar does not hold.
    """
    clocks = [one for one in regime.clocks if review is None or one.runs_after(review=review)]
    started = [one for one in clocks if one.starts in events]
    deadlines = [_deadline(one, events[one.starts], calendar) for one in started]
    waiting = tuple(one for one in clocks if one.starts not in events)
    return Timetable(tuple(sorted(deadlines, key=lambda one: one.due.day)), waiting)


def notice_due(notice: Notice, publish_on: date, calendar: Calendar) -> Due:
    """The last day to send what must be sent before publication.

    Raises Trouble for a year the calendar does not hold.
    """
    return due_before(publish_on, notice.length, notice.unit, calendar)


def _deadline(clock: Clock, start: date, calendar: Calendar) -> Deadline:
    due = due_on(start, clock.length, clock.unit, calendar, to_working_day=clock.to_working_day)
    return Deadline(clock, start, due)
