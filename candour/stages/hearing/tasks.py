"""What the worker does: bundles that were asked for are made, once for each asking."""

from __future__ import annotations

import logging

from django.core.exceptions import PermissionDenied
from django_tasks import task

from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.hearing.actions import make_bundle
from candour.stages.hearing.models import Making, State

log = logging.getLogger(__name__)


@task()
def bundle_asked_for(making_pk: int) -> None:
    """A task that is run again after a crash does nothing twice."""
    making = Making.objects.get(pk=making_pk)
    if making.state != State.WAITING:
        return
    try:
        make_bundle(by=Person.objects.get(username=making.asked_by), making=making, made_on=today())
    except PermissionDenied as refused:  # on record already
        log.warning("The making of %s was refused: %s", making, refused)


def take_bundles_up_again() -> int:
    """Ask again for each that waits, as when the worker was stopped in the middle. How many."""
    waiting = list(Making.objects.filter(state=State.WAITING))
    for making in waiting:
        bundle_asked_for.enqueue(making.pk)
    return len(waiting)
