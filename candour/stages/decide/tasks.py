"""What the worker does for a board: its earlier log taken in or back. Cut off, it goes on where it was."""

from __future__ import annotations

from django_tasks import task

from candour.stages.decide.log.runs import go_on_with
from candour.stages.decide.models import LogRun


@task()
def log_run_asked_for(run_pk: int) -> None:
    """In the name of whoever asked. Where they may no longer, it waits for somebody who may."""
    go_on_with(LogRun.objects.select_related("log__board").get(pk=run_pk))


def take_log_runs_up_again() -> int:
    """Ask again for every run that has not ended, as when the worker was stopped in the middle. How many."""
    waiting = LogRun.objects.filter(ended_at=None).values_list("pk", flat=True)
    for pk in waiting:
        log_run_asked_for.enqueue(pk)
    return len(waiting)
