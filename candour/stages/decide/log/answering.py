"""What may be answered about a row that is held: a day, a date, an outcome, a law, or what becomes of it."""

from __future__ import annotations

from datetime import date

from candour.domain.logs import Ask, Meaning
from candour.domain.logs.questions import LEAVE_OUT, NO_LAW, OWN_CASE
from candour.domain.moments import from_edtf
from candour.domain.rules import regime_names
from candour.domain.trouble import Trouble


def readable(ask: str, answer: str) -> None:
    """Raises Trouble for an answer that would not be understood when the log is read."""
    try:
        _read(Ask(ask), answer)
    except ValueError:
        raise Trouble(f"“{answer}” is no answer to this.", do="Choose one of those offered.") from None


def _read(ask: Ask, answer: str) -> None:
    if ask in (Ask.NOTIFIED_ON, Ask.DECIDED_ON):
        date.fromisoformat(answer)
    elif ask is Ask.INCIDENT_ON:
        from_edtf(answer)
    elif ask is Ask.OUTCOME:
        Meaning.read(answer)
    elif answer not in {*regime_names(), NO_LAW} if ask is Ask.LAW else answer not in {OWN_CASE, LEAVE_OUT}:
        raise ValueError(answer)
