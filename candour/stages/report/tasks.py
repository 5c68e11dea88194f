"""What the worker does for a report: the check before release, and reading the returns for the cast."""

from __future__ import annotations

import logging

from django.core.exceptions import PermissionDenied
from django_tasks import task

from candour.kernel.people.models import Person
from candour.stages.report.actions import check_draft
from candour.stages.report.actions.suggesting import read_for_cast
from candour.stages.report.models import CastReading, Draft
from candour.stages.report.releasing.way_to_release import way_of

log = logging.getLogger(__name__)


@task()
def check_asked_for(draft_pk: int) -> None:
    """Once for each asking: a task that is run again after a crash does nothing twice."""
    draft = Draft.objects.get(pk=draft_pk)
    if not way_of(draft).is_running:
        return
    try:
        check_draft(by=Person.objects.get(username=draft.check_asked_by), draft=draft)
    except PermissionDenied as refused:  # on record already; the page of the check says so, and why
        log.warning("The check of %s was refused: %s", draft, refused)


@task()
def cast_reading_asked_for(reading_pk: int) -> None:
    """Once for each asking."""
    reading = CastReading.objects.get(pk=reading_pk)
    if reading.read_at is not None:
        return
    try:
        read_for_cast(by=Person.objects.get(username=reading.asked_by), reading=reading)
    except PermissionDenied as refused:  # on record already
        log.warning("The reading of %s was refused: %s", reading, refused)


def take_checks_up_again() -> int:
    """Ask again for every check that runs, as when the worker was stopped in the middle. How many."""
    asked = Draft.objects.filter(check_asked_at__isnull=False)
    running = [draft for draft in asked if way_of(draft).is_running]
    for draft in running:
        check_asked_for.enqueue(draft.pk)
    return len(running)
