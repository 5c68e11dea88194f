"""Who is written to today: those for whom something is late or due within the week."""

from __future__ import annotations

from datetime import date

from candour.desk.gathering import tasks_of
from candour.domain.deadlines import Calendar, State, load_calendar, state
from candour.kernel.outbox.models import Says
from candour.kernel.outbox.writing import wishes_for_messages, write_to
from candour.kernel.people.models import Person

CALENDAR = "eng"
BY = "candour remind"


def remind_everybody(today: date) -> int:
    """Put one message into the outbox for everybody for whom something is due soon. Returns how many."""
    calendar = load_calendar(CALENDAR)
    people = Person.objects.filter(is_active=True).select_related("wish").order_by("pk")
    reached = [one for one in people if wishes_for_messages(one) and waits_for(one, today, calendar)]
    return write_to(reached, Says.DUE, day=today, by=BY)


def waits_for(person: Person, today: date, calendar: Calendar) -> bool:
    """Whether a task of the person is late, or at risk of being so."""
    days = (task.due for task in tasks_of(person, today) if task.due is not None)
    return any(state(day, today, calendar) is not State.DUE for day in days)
