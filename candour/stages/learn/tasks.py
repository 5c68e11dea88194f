"""What the worker does at its start: bundles that a crash kept from the inbox are put there."""

from __future__ import annotations

import logging

from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.learn.actions import deliver_publication
from candour.stages.learn.reads import undelivered

log = logging.getLogger(__name__)


def take_deliveries_up_again() -> int:
    """In the name of whoever sent each. How many arrived; the page Publish offers the others."""
    arrived = 0
    for publication in undelivered():
        sender = publication.withdrawn_by or publication.sent_by
        try:
            deliver_publication(by=Person.objects.get(username=sender), publication=publication)
        except (PermissionDenied, Trouble) as why:
            log.warning("%s is not in the inbox: %s", publication, why)
        else:
            arrived += 1
    return arrived
