"""What starts a clock and what it counts in: fixed words, because records and packs keep them."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    """What may start a clock; the day of the event is day 0."""

    INCIDENT = "incident"
    AWARE = "aware"
    REFERRED = "referred"
    NOTIFIED = "notified"
    DECISION = "decision"
    INITIATED = "initiated"
    REPORT_FINAL = "report_final"
    PUBLISHED = "published"


class Unit(StrEnum):
    """What a length of time counts."""

    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


_ONE = {Unit.WORKING_DAYS: "working day", Unit.CALENDAR_DAYS: "day", Unit.MONTHS: "calendar month"}


def length_in_words(length: int, unit: Unit) -> str:
    """A length as it is said: "5 working days", "1 calendar month", "14 days"."""
    return f"{length} {_ONE[Unit(unit)]}{'' if length == 1 else 's'}"
