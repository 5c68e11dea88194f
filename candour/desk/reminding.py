"""Who is written to today: those for whom something is late or due within the week."""

from __future__ import annotations

from datetime import date

from candour.desk.gathering import tasks_of
from candour.desk.own_calendar import own_calendar
from candour.domain.deadlines import State, state
from candour.kernel.outbox.models import Says
from candour.kernel.outbox.writing import wishes_for_messages, write_to
from candour.kernel.people.models import Person

BY = "candour remind"


def remind_everybody(today: date) -> int:
    """Put one message into the outbox for everybody for whom something is due soon. Returns how many."""
    people = Person.objects.filter(is_active=True).select_related("wish").order_by("pk")
    reached = [one for one in people if wishes_for_messages(one) and waits_for(one, today)]
    return write_to(reached, Says.DUE, day=today, by=BY)


def waits_for(person: Person, today: date) -> bool:
    """Whether a task of the person is late, or at risk of being so."""
    days = [task.due for task in tasks_of(person, today) if task.due is not None]
    if not days:
        return False
    calendar = own_calendar(person)
    return any(state(day, today, calendar) is not State.DUE for day in days)
