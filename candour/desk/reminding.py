"""Who is written to today: those for whom something is late or due within the week, and who takes part."""

from __future__ import annotations

import hashlib
from datetime import date

from candour.desk.gathering import tasks_of
from candour.desk.own_calendar import own_calendar
from candour.domain.deadlines import State, state
from candour.kernel.outbox.models import Message, Says
from candour.kernel.outbox.writing import nothing_waits, wishes_for_messages, write_to
from candour.kernel.people.models import Person
from candour.kernel.web.tasks import Task
from candour.stages.commission.participants_seen import who_agreed_to_take_part

BY = "candour remind"
OF_A_TASK = "task"
"""How the key of a message begins that tells somebody who takes part of one thing that waits."""


def remind_everybody(today: date) -> int:
    """Put one message into the outbox for everybody for whom something is due soon. Returns how many."""
    people = Person.objects.filter(is_active=True).select_related("wish").order_by("pk")
    reached = [one for one in people if wishes_for_messages(one) and waits_for(one, today)]
    return write_to(reached, Says.DUE, day=today, by=BY) + _tell_who_takes_part(today)


def waits_for(person: Person, today: date) -> bool:
    """Whether a task of the person is late, or at risk of being so."""
    days = [task.due for task in tasks_of(person, today) if task.due is not None]
    if not days:
        return False
    calendar = own_calendar(person)
    return any(state(day, today, calendar) is not State.DUE for day in days)


def _tell_who_takes_part(today: date) -> int:
    """Family and practitioners have no desk that they look at daily: of each thing they are told once.

    What waits no more, and had not gone out, is not sent.
    """
    written = 0
    for person in who_agreed_to_take_part().select_related("wish"):
        mine = Message.objects.filter(person=person, about__startswith=f"{OF_A_TASK}:{person.pk}:")
        there = set(mine.filter(withdrawn_at=None).values_list("about", flat=True))
        waiting = {_key_of(task, person) for task in tasks_of(person, today)}
        written += sum(write_to([person], Says.WAITS, day=today, by=BY, about=one) for one in waiting - there)
        for gone in there - waiting:
            nothing_waits(gone, by=BY)
    return written


def _key_of(task: Task, person: Person) -> str:
    """The same for the same task, and telling nobody which."""
    words = f"{task.href} {task.title} {task.started}"
    return f"{OF_A_TASK}:{person.pk}:{hashlib.sha256(words.encode()).hexdigest()[:32]}"
