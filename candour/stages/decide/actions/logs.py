"""What can happen to a board's earlier log before it comes in: kept, mapped, answered for, left out."""

from __future__ import annotations

import hashlib
from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.logs import SaidOfLog
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.log.answering import readable
from candour.stages.decide.log.models import BoardLog, LogAnswer, LogColumns, LogRun


def keep_log(*, by: Person, board: Organisation, name: str, content: bytes) -> BoardLog:
    """Keep a file as it came, to be mapped and read. The same file is kept once; one left out is back."""
    with act("kept_log", by=by, on=board, needs=Can.NOTIFY, why=name) as doing:
        Organisation.objects.select_for_update().get(pk=board.pk)
        log = BoardLog.objects.filter(board=board, sha256=hashlib.sha256(content).hexdigest()).first()
        if log is None:
            log = BoardLog(board=board, name=name, size=len(content), sha256=keep_bytes(content))
            log.said = _remembered(board)
            log.kept_at, log.kept_by = timezone.now(), by.username
        log.withdrawn_at, log.withdrawn_by = None, ""
        log.save()
        doing.made(log)
    return log


def say_log_columns(*, by: Person, log: BoardLog, said: SaidOfLog) -> None:
    """Read a log by what a person says of its columns; the board's next log is read so too.

    Raises Trouble while its rows are taken in or back: they are read by what was said when that began.
    """
    with act("said_log_columns", by=by, on=log, needs=Can.NOTIFY):
        _nothing_runs(log)
        log.said = said.as_json()
        log.save(update_fields=["said"])
        kept = {"said": log.said, "said_at": timezone.now(), "said_by": by.username}
        LogColumns.objects.update_or_create(board=log.board, defaults=kept)


def withdraw_log(*, by: Person, log: BoardLog) -> None:
    """Leave out a file that was given in by mistake. Giving it in again takes this back.

    Raises Trouble while rows of it stand.
    """
    with act("withdrew_log", by=by, on=log, needs=Can.NOTIFY, why=log.name):
        _nothing_runs(log)
        if log.cases.filter(taken_back_at=None).exists():
            raise Trouble("Rows of this log were taken in.", where=log.name, do="Take them back first.")
        log.withdrawn_at, log.withdrawn_by = timezone.now(), by.username
        log.save(update_fields=["withdrawn_at", "withdrawn_by"])


def answer_log_question(
    *, by: Person, board: Organisation, ask: str, about: str, answer: str, why: str = ""
) -> LogAnswer:
    """A person says what a word means, which law it is, which day, or what becomes of a row.

    An earlier answer to the same is withdrawn. Raises Trouble for what is no answer to it.
    """
    with act("answered_log_question", by=by, on=board, needs=Can.NOTIFY, why=why) as doing:
        readable(ask, answer)
        Organisation.objects.select_for_update().get(pk=board.pk)
        standing = LogAnswer.objects.filter(board=board, ask=ask, about=about, withdrawn_at=None)
        standing.update(withdrawn_at=timezone.now(), withdrawn_by=by.username)
        said = LogAnswer.objects.create(
            board=board,
            ask=ask,
            about=about,
            answer=answer,
            why=why,
            said_at=timezone.now(),
            said_by=by.username,
        )
        doing.made(said)
    return said


def take_back_log_answer(*, by: Person, answer: LogAnswer) -> None:
    """The rows that it answered for are held again. What was taken in by it stays."""
    with act("took_back_log_answer", by=by, on=answer, needs=Can.NOTIFY, why=str(answer)):
        if answer.withdrawn_at is not None:
            raise Trouble("This answer was taken back before.", do="Nothing is left to undo.")
        answer.withdrawn_at, answer.withdrawn_by = timezone.now(), by.username
        answer.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _nothing_runs(log: BoardLog) -> None:
    if LogRun.objects.filter(log=log, ended_at=None).exists():
        raise Trouble("Its rows are being taken in or back.", where=log.name, do="Wait until that is done.")


def _remembered(board: Organisation) -> dict[str, Any]:
    """What was said of the columns of the board's last log; not which row of which sheet headed them."""
    said = LogColumns.objects.filter(board=board).values_list("said", flat=True).first() or {}
    return {key: said[key] for key in ("columns", "left_out") if key in said}
