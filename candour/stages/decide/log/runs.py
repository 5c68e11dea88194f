"""A log taken in, or back: asked for once, done in short batches, and taken up again where it was cut off.

A batch is one change: all of its rows or none. Between two of them others write.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import OperationalError

from candour.domain.access import Can
from candour.domain.logs import LogRow
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.acting import refuse, together
from candour.kernel.people.models import Organisation, Person
from candour.kernel.web.clock import today
from candour.stages.decide.actions import ask_for_log_run, end_log_run, mark_taken_back, mark_taken_in
from candour.stages.decide.log.models import BoardLog, LogCase, LogRun, LogTakes
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.log.resting import rests_on_log, standing_cases
from candour.stages.decide.log.taking_in import agencies_by_name, take_back_row, take_in_row
from candour.stages.notify.models import Notification

SECONDS_A_BATCH = 0.25
"""No row is begun after so long: others wait for the database no longer than that, and one row."""
BREATH = 0.15
"""Seconds between two batches. Who waits for SQLite looks ten times a second, and so finds it free."""
CASES_AT_ONCE = 25
OUR_FAULT = "Candour broke off. That is a fault of ours: tell whoever looks after this installation."
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    run: LogRun
    done: int

    @property
    def waits_for_somebody(self) -> bool:
        """Whoever asked may no longer: somebody who may has to ask for it again."""
        return not may(_asker(self.run), Can.NOTIFY, self.run.log)


def ask_to_take_in(*, by: Person, log: BoardLog, on: date) -> LogRun:
    """Every placed row that was not taken in before is to become a notification, its days read as of `on`."""
    _refuse_others(by, log, "took_in_log")
    rows = len(ledger_of(log, on).new)
    return ask_for_log_run(by=by, log=log, takes=LogTakes.IN, rows=rows, asked_on=on)


def ask_to_take_back(*, by: Person, log: BoardLog) -> LogRun:
    """Every notification that came in with the log is to be withdrawn, while nothing rests on any of them.

    Raises Trouble, and changes nothing, where something does.
    """
    _refuse_others(by, log, "took_back_log")
    rows = len(standing_cases(log))
    if not LogRun.objects.filter(log=log, ended_at=None).exists():
        _refuse_resting(rests_on_log(log))
    return ask_for_log_run(by=by, log=log, takes=LogTakes.OUT, rows=rows, asked_on=today())


def take_in_log(*, by: Person, log: BoardLog, on: date) -> int:
    """Take a log in at once, where nobody waits for a page. The number of rows that came in.

    What was taken in before is left as it is. Raises Trouble where it stops before its end.
    """
    return _to_its_end(ask_to_take_in(by=by, log=log, on=on))


def take_back_log(*, by: Person, log: BoardLog) -> int:
    """Take a log back at once. The number of rows that went. Raises Trouble where something rests on one."""
    return _to_its_end(ask_to_take_back(by=by, log=log))


def go_on_with(run: LogRun) -> None:
    """Batch after batch to the end, or to what keeps it from going on. Done twice, nothing is doubled.

    Nothing is done where whoever asked may no longer.
    """
    by = _asker(run)
    if run.ended_at is not None or not may(by, Can.NOTIFY, run.log):
        return
    try:
        for _ in _batches(by, run):
            time.sleep(BREATH)
    except Trouble as trouble:
        end_log_run(by=by, run=run, stopped_why=str(trouble))
    except (PermissionDenied, OperationalError):
        raise  # nothing is wrong with the log: it goes on waiting
    except Exception as crash:
        _log.error("A log of %s broke off.", run.log.board, exc_info=crash)
        end_log_run(by=by, run=run, stopped_why=OUR_FAULT)
    else:
        end_log_run(by=by, run=run)


def progress_of(run: LogRun) -> Progress:
    standing = LogCase.objects.filter(log=run.log, taken_back_at=None)
    if run.takes == LogTakes.IN:
        return Progress(run, standing.filter(taken_in_at__gte=run.asked_at).count())
    return Progress(run, LogCase.objects.filter(log=run.log, taken_back_at__gte=run.asked_at).count())


def _to_its_end(run: LogRun) -> int:
    go_on_with(run)
    if run.stopped_why:
        raise Trouble(run.stopped_why, do="What came before it stands, and can be taken back.")
    return progress_of(run).done


def _batches(by: Person, run: LogRun) -> Iterator[None]:
    if run.takes == LogTakes.OUT:
        while _take_back_some(by, run):
            yield
        return
    rows = list(ledger_of(run.log, run.asked_on).new)
    agencies = agencies_by_name(run.log.board)
    while rows and _still_runs(run):
        del rows[: _take_in_some(by, run, rows, agencies)]
        yield


def _take_in_some(by: Person, run: LogRun, rows: list[LogRow], agencies: dict[str, Organisation]) -> int:
    """As many rows as there is time for. How many were looked at, those taken in meanwhile among them."""
    log, looked_at = run.log, 0
    with together(f"Log sha256:{log.sha256}"):
        Organisation.objects.select_for_update().get(pk=log.board_id)
        if not _still_runs(run):
            return len(rows)
        standing = LogCase.objects.filter(board=log.board, taken_back_at=None)
        there = set(standing.values_list("fingerprint", flat=True))
        until = time.monotonic() + SECONDS_A_BATCH
        taken = []
        for row in rows:
            if looked_at and time.monotonic() > until:
                break
            looked_at += 1
            if row.fingerprint not in there:
                taken.append((row, _take_in(by, log, row, agencies)))
        if taken:
            mark_taken_in(by=by, log=log, rows=taken)
    return looked_at


def _take_in(by: Person, log: BoardLog, row: LogRow, agencies: dict[str, Organisation]) -> Notification:
    try:
        return take_in_row(by, log, row, agencies)
    except Trouble as trouble:
        raise Trouble(trouble.what, where=row.place_in(log.name), do=trouble.do) from trouble


def _take_back_some(by: Person, run: LogRun) -> bool:
    """As many rows as there is time for. False where none is left."""
    log = run.log
    with together(f"Log sha256:{log.sha256}"):
        Organisation.objects.select_for_update().get(pk=log.board_id)
        cases = standing_cases(log)[:CASES_AT_ONCE]
        if not cases or not _still_runs(run):
            return False
        _refuse_resting(rests_on_log(log, cases))
        until = time.monotonic() + SECONDS_A_BATCH
        gone: list[LogCase] = []
        for case in cases:
            if gone and time.monotonic() > until:
                break
            take_back_row(by, case)
            gone.append(case)
        mark_taken_back(by=by, log=log, cases=gone)
    return True


def _still_runs(run: LogRun) -> bool:
    return LogRun.objects.filter(pk=run.pk, ended_at=None).exists()


def _refuse_resting(resting: str) -> None:
    if resting:
        raise Trouble(f"This log cannot be taken back: {resting}.", do="Mend single notifications instead.")


def _refuse_others(by: Person, log: BoardLog, did: str) -> None:
    if not (verdict := may(by, Can.NOTIFY, log)):
        refuse(did, by=by, on=log, why=" ".join(verdict.reasons))


def _asker(run: LogRun) -> Person:
    return Person.objects.get(username=run.asked_by)
