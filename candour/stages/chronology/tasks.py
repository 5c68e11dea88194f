"""What the worker does: it reads returns. Done twice or cut off, nothing is doubled or lost."""

from __future__ import annotations

from django_tasks import task

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.stages.chronology.actions import read_return
from candour.stages.chronology.models import Return, ReturnState


@task()
def read_what_came(return_pk: int, by: str = "") -> None:
    """In the name of whoever sent it, or of `by`. Where they may no longer send, it goes on waiting."""
    sent = Return.objects.get(pk=return_pk)
    reader = Person.objects.get(username=by or sent.received_by)
    if may(reader, Can.SEND_RETURN, sent):
        read_return(by=reader, return_=sent)


def waits_for_a_reader(sent: Return) -> bool:
    """Whether it waits, and whoever sent it may no longer have it read: a seat has ended since."""
    if sent.state != ReturnState.WAITING or sent.withdrawn_at is not None:
        return False
    return not may(Person.objects.get(username=sent.received_by), Can.SEND_RETURN, sent)


def take_up_again() -> int:
    """Ask again for every return that waits, as when the worker was stopped while it read. How many."""
    waiting = Return.objects.filter(state=ReturnState.WAITING, withdrawn_at=None).values_list("pk", flat=True)
    for pk in waiting:
        read_what_came.enqueue(pk)
    return len(waiting)
