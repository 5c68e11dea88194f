"""A message is put into the outbox: a part of the act that it tells of, so that both are there or neither."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from candour.kernel.outbox.models import Message, Says
from candour.kernel.people.models import Person


def write_to(
    people: Iterable[Person], says: Says, *, day: date, by: str, about: Model | str | None = None
) -> int:
    """Put a message to each of them who wishes for one. Who has one about it on this day gets no second.

    `by` is who acts, or the name of the command; `about` is what waits, or a key of it, which is never
    said. Returns how many were added.
    """
    wished = {one.pk: one for one in people if wishes_for_messages(one)}
    now, key = timezone.now(), key_of(about)
    with transaction.atomic():
        there = Message.objects.filter(person__in=wished, says=says, day=day, about=key, withdrawn_at=None)
        had = set(there.values_list("person_id", flat=True))
        added = [
            Message(person=one, says=says, day=day, about=key, written_at=now, written_by=by)
            for one in wished.values()
            if one.pk not in had
        ]
        Message.objects.bulk_create(added, ignore_conflicts=True)
    return len(added)


def nothing_waits(about: Model | str, *, by: str) -> int:
    """What had not gone out about it is not sent: it was withdrawn, or done. Returns how many."""
    unsent = Message.objects.unsent().filter(about=key_of(about), claimed_at=None)
    return unsent.update(withdrawn_at=timezone.now(), withdrawn_by=by)


def key_of(about: Model | str | None) -> str:
    if isinstance(about, str):
        return about
    return f"{about._meta.label_lower}:{about.pk}" if about is not None else ""


def wishes_for_messages(person: Person) -> bool:
    """Whether somebody is written to: they are here, gave an address, and did not turn messages off.

    In a demonstration nothing is sent, so nobody needs an address.
    """
    wish = getattr(person, "wish", None)
    turned_off = wish is not None and wish.reminders_ended_at is not None
    somebody = person.is_active and person.installation_of_id is None
    return somebody and bool(person.email or settings.DEMONSTRATION) and not turned_off
