"""Parts of acts: the rows of children and of who was told, set to what is told now."""

from __future__ import annotations

from django.utils import timezone

from candour.kernel.people.models import Person
from candour.stages.notify.models import Notification, NotifiedChild, ToldOfIt
from candour.stages.notify.told import Told, ToldTo, columns_of_child


def set_children(notification: Notification, told: Told, by: Person) -> None:
    """In their order; a child who is no longer named is withdrawn, not deleted."""
    rows = list(notification.children.filter(withdrawn_at=None))
    for row, child in zip(rows, told.children, strict=False):
        columns = columns_of_child(child)
        for name, value in columns.items():
            setattr(row, name, value)
        row.save(update_fields=list(columns))
    for child in told.children[len(rows) :]:
        NotifiedChild.objects.create(notification=notification, **columns_of_child(child))
    for row in rows[len(told.children) :]:
        _withdraw(row, by)


def set_told_to(notification: Notification, told: Told, by: Person) -> None:
    """Whoever is named no more is withdrawn; whoever is new is added."""
    rows = {ToldTo(one.who, one.told_on): one for one in notification.told_of_it.filter(withdrawn_at=None)}
    for said, row in rows.items():
        if said not in told.told_to:
            _withdraw(row, by)
    for said in told.told_to:
        if said not in rows:
            ToldOfIt.objects.create(notification=notification, who=said.who, told_on=said.on)


def _withdraw(row: NotifiedChild | ToldOfIt, by: Person) -> None:
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by.username
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
