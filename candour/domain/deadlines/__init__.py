"""When things are due: working days, calendar days and months, counted from the day of an event."""

from candour.domain.deadlines.calendar import Calendar, calendar_names, load_calendar, read_calendar
from candour.domain.deadlines.due import Due, due_before, due_on, due_or_stopped, working_days_between
from candour.domain.deadlines.pauses import Pause, Stopped, Stops, heeded
from candour.domain.deadlines.skipped import skipped_in_words
from candour.domain.deadlines.state import State, in_words, state
from candour.domain.deadlines.units import Event, Unit, length_in_words

__all__ = [
    "Calendar",
    "Due",
    "Event",
    "Pause",
    "State",
    "Stopped",
    "Stops",
    "Unit",
    "calendar_names",
    "due_before",
    "due_on",
    "due_or_stopped",
    "heeded",
    "in_words",
    "length_in_words",
    "load_calendar",
    "read_calendar",
    "skipped_in_words",
    "state",
    "working_days_between",
]
