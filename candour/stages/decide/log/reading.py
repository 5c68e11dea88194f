"""A kept log read: by what people said of its columns and answered, beside what was taken in before."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from candour.domain.logs import Answers, Known, LogLedger, SaidOfLog, log_words, read_log
from candour.domain.returns.tables import ReturnFile
from candour.files.returns.reading import read_content
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Organisation
from candour.stages.decide.log.models import BoardLog, LogAnswer, LogCase
from candour.stages.notify.law_chosen import laws_in_force


def ledger_of(log: BoardLog, today: date, said: SaidOfLog | None = None) -> LogLedger:
    """Each row with its fate, now; nothing is written. Raises Trouble where no sheet reads like a log."""

    @cache
    def laws(day: date) -> list[tuple[str, str]]:
        return [(one.name, one.short) for one in laws_in_force(log.board, day)]

    return read_log(
        file_of(log),
        words=log_words(),
        laws=laws,
        today=today,
        said=said or SaidOfLog.from_json(log.said),
        answers=answers_of(log.board),
        known=known_of(log.board),
    )


def file_of(log: BoardLog) -> ReturnFile:
    """The original, opened again."""
    return _opened(log.name, log.sha256)


def answers_of(board: Organisation) -> Answers:
    """What people answered, by what was asked and about what."""
    standing = LogAnswer.objects.filter(board=board, withdrawn_at=None)
    return {(one.ask, one.about): one.answer for one in standing}


def known_of(board: Organisation) -> dict[str, Known]:
    """The board's rows that were taken in and stand, by their fingerprint."""
    standing = LogCase.objects.filter(board=board, taken_back_at=None).select_related("log")
    return {one.fingerprint: Known(one.place, one.cells) for one in standing}


@lru_cache(maxsize=8)
def _opened(name: str, sha256: str) -> ReturnFile:
    return read_content(name, read_bytes(sha256))
