"""A board's log being taken in or back: asked for, a batch of its rows written down, and ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.logs import LogRow
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.log.models import BoardLog, LogCase, LogRun, LogTakes
from candour.stages.notify.models import Notification


def ask_for_log_run(*, by: Person, log: BoardLog, takes: LogTakes, rows: int, asked_on: date) -> LogRun:
    """Ask for a log to be taken in or back. One that runs already goes on, in the name of whoever still may.

    Raises Trouble where the log was left out, or another of the board's logs runs.
    """
    with act(
        "asked_for_log_run", by=by, on=log, needs=Can.NOTIFY, why=f"{takes.label}, {rows} rows"
    ) as doing:
        Organisation.objects.select_for_update().get(pk=log.board_id)
        log.refresh_from_db()
        if log.withdrawn_at is not None:
            raise Trouble("This log was left out.", where=log.name, do="Give the file in again.")
        run = LogRun.objects.filter(board=log.board, ended_at=None).select_related("log").first()
        if run is None:
            run = LogRun.objects.create(
                board=log.board,
                log=log,
                takes=takes,
                rows=rows,
                asked_on=asked_on,
                asked_at=timezone.now(),
                asked_by=by.username,
            )
        elif run.log != log or run.takes != takes:
            way = LogTakes(run.takes).label
            raise Trouble(f"{run.log.name} is being {way} just now.", do="Wait until that is done.")
        elif not may(Person.objects.get(username=run.asked_by), Can.NOTIFY, log):
            run.asked_by = by.username
            run.save(update_fields=["asked_by"])
        doing.made(run)
    return run


def mark_taken_in(*, by: Person, log: BoardLog, rows: Sequence[tuple[LogRow, Notification]]) -> None:
    """Write down which row became which notification, so that the same row is never taken in twice."""
    with act("took_in_log", by=by, on=log, needs=Can.NOTIFY, why=f"{len(rows)} rows of {log.name}"):
        cases = LogCase.objects.filter(board=log.board, fingerprint__in=[row.fingerprint for row, _ in rows])
        before = {one.fingerprint: one for one in cases}
        for row, notification in rows:
            case = before.get(row.fingerprint) or LogCase(board=log.board, fingerprint=row.fingerprint)
            case.log, case.part, case.row, case.cells = log, row.part, row.row, dict(row.cells)
            case.notification = notification
            case.taken_in_at, case.taken_in_by = timezone.now(), by.username
            case.taken_back_at, case.taken_back_by = None, ""
            case.save()


def mark_taken_back(*, by: Person, log: BoardLog, cases: Sequence[LogCase]) -> None:
    """Write down that these rows of the log no longer count."""
    with act("took_back_log", by=by, on=log, needs=Can.NOTIFY, why=f"{len(cases)} rows of {log.name}"):
        standing = LogCase.objects.filter(pk__in=[one.pk for one in cases], taken_back_at=None)
        standing.update(taken_back_at=timezone.now(), taken_back_by=by.username)


def end_log_run(*, by: Person, run: LogRun, stopped_why: str = "") -> None:
    """Its rows are through, or `stopped_why` says what kept it from its end. Done twice, nothing changes."""
    with act("ended_log_run", by=by, on=run, needs=Can.NOTIFY, why=stopped_why):
        run.refresh_from_db()
        if run.ended_at is None:
            run.ended_at, run.ended_by = timezone.now(), by.username
            run.stopped_why = stopped_why[:600]
            run.save(update_fields=["ended_at", "ended_by", "stopped_why"])
