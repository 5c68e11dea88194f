"""The calendar of somebody's due days, at a secret address: whose it is, and the little that it says."""

from __future__ import annotations

import re
from datetime import date, datetime
from hashlib import sha256

from django.conf import settings
from django.utils.crypto import salted_hmac

from candour.desk.gathering import tasks_of
from candour.files.feeds.due_days import DueDay, feed_of_due_days
from candour.kernel.outbox.models import Wish
from candour.kernel.people.models import Person
from candour.kernel.web.tasks import Task

SALT = "candour.calendar"
NUMBER = re.compile(r"(?:N/)?\d{4}/\d{3,4}")
"""Of a review or a notification, as `Task.where` ends: all of a task that may leave the house."""


def hash_of(token: str) -> str:
    """What is kept of a calendar's token."""
    return sha256(token.encode()).hexdigest()


def person_of(token: str) -> Person | None:
    """Whose calendar it is; None for an address that was ended, never was, or is of an account let go."""
    wish = Wish.objects.select_related("person").filter(calendar_sha256=hash_of(token)).first()
    return wish.person if wish is not None and wish.person.is_active else None


def calendar_of(person: Person, today: date, *, at: datetime) -> bytes:
    """The days on which the person's tasks are due, as a feed that names no review, child, agency or act."""
    due = [task for task in tasks_of(person, today) if task.due is not None]
    return feed_of_due_days("Candour", [_day(person, task) for task in due], at=at)


def _day(person: Person, task: Task) -> DueDay:
    number = NUMBER.search(task.where)
    assert task.due is not None
    return DueDay(
        uid=f"{_mark(person, task)}@candour",
        title=f"Candour: due in {number[0]}" if number else "Candour: something is due",
        day=task.due,
        address=f"{settings.ADDRESS.rstrip('/')}/tasks/",
    )


def _mark(person: Person, task: Task) -> str:
    """The same while it is the same task of the same person, and telling nothing of either."""
    return salted_hmac(SALT, f"{person.pk} {task.href} {_act(task.title)}").hexdigest()[:32]


def _act(title: str) -> str:
    """A task's title without its figures: "Fix 11 held rows" stays the same task with ten."""
    return re.sub(r"\d+", "", title)
