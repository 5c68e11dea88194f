"""What the worker does: it reads returns. Done twice or cut off, nothing is doubled or lost."""

from __future__ import annotations

from django_tasks import task

from candour.kernel.people.models import Person
from candour.stages.chronology.actions import read_return
from candour.stages.chronology.models import Return, ReturnState


@task()
def read_what_came(return_pk: int) -> None:
    sent = Return.objects.get(pk=return_pk)
    read_return(by=Person.objects.get(username=sent.received_by), return_=sent)


def take_up_again() -> int:
    """Ask again for every return that waits, as when the worker was stopped while it read. How many."""
    waiting = Return.objects.filter(state=ReturnState.WAITING, withdrawn_at=None).values_list("pk", flat=True)
    for pk in waiting:
        read_what_came.enqueue(pk)
    return len(waiting)
