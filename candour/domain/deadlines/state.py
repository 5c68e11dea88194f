"""How a deadline stands on a day, as a state and in words."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from candour.domain.deadlines.calendar import WEEKDAYS, Calendar
from candour.domain.deadlines.due import working_days_between
from candour.domain.moments.spoken import spoken_day

SOON = 5
"""Working days: a week of work is about what it takes to still do something about it."""


class State(StrEnum):
    """A paper is late, never a person."""

    DUE = "due"
    AT_RISK = "at_risk"
    LATE = "late"


def state(due: date, today: date, calendar: Calendar, *, soon: int = SOON) -> State:
    """Late after the day it was due; at risk with `soon` working days left or fewer.

    Raises Trouble for a year the calendar does not hold.
    """
    if today > due:
        return State.LATE
    return State.AT_RISK if working_days_between(today, due, calendar) <= soon else State.DUE


def in_words(due: date, today: date, calendar: Calendar) -> str:
    """ "Due in 6 working days", "Due today", "3 working days late"; over a weekend "Due on Sunday".

    Raises Trouble for a year the calendar does not hold.
    """
    left = working_days_between(today, due, calendar)
    if due == today:
        return "Due today"
    if due > today:
        return f"Due in {_working_days(left)}" if left else f"Due on {_near(due, today)}"
    return f"{_working_days(-left)} late" if left else f"Late since {_near(due, today)}"


def _working_days(count: int) -> str:
    return f"{count:,} working day{'' if count == 1 else 's'}"


def _near(day: date, today: date) -> str:
    """A weekday alone names one day only within the week."""
    return WEEKDAYS[day.weekday()] if abs(day - today) < timedelta(days=7) else spoken_day(day)
