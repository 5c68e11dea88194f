"""A return is sent, kept as it came, and read; or withdrawn, with all of its entries."""

from __future__ import annotations

import logging
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import OperationalError
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._correcting import keep_correction
from candour.stages.chronology.actions._fates import keep_reading, lock
from candour.stages.chronology.actions._sent import SentAlready, keep_sent, mark_withdrawn, refuse_twice
from candour.stages.chronology.corrections.superseded import took_its_place, was_undone
from candour.stages.chronology.models import Return, ReturnState
from candour.stages.chronology.returns.reading import proposed_mapping, read_as_said

__all__ = [
    "OUR_FAULT",
    "SentAlready",
    "read_return",
    "send_return",
    "take_back_withdrawal_of_return",
    "withdraw_return",
]
_log = logging.getLogger(__name__)
OUR_FAULT = "Candour broke off while it read this file. That is a fault of ours, not of the file."
WAIT_FOR_US = "Tell whoever looks after this installation: the log says where. Then have it read again."


def send_return(
    *,
    by: Person,
    review: Review,
    agency: Organisation,
    name: str,
    content: bytes,
    received_on: date | None = None,
    came_in: str = "",
) -> Return:
    """Keep a file as it came, to be read. Raises SentAlready where it is there, byte for byte.

    `received_on` is the day it came, today where none is said.
    """
    with act("sent_return", by=by, on=Return(review=review, agency=agency), needs=Can.SEND_RETURN) as doing:
        lock(review)
        sent = keep_sent(
            by=by,
            review=review,
            agency=agency,
            name=name,
            content=content,
            received_on=received_on,
            came_in=came_in,
        )
        doing.made(sent)
        doing.why = name
    return sent


def read_return(*, by: Person, return_: Return) -> None:
    """Give every row of a return its fate; a file that cannot be read keeps the reason. Read once only.

    One that corrects another takes its place in the same act; where it cannot be read, the other stands.
    """
    if return_.state == ReturnState.READ or return_.withdrawn_at is not None:
        return
    trouble = _trouble_with(return_)
    while True:  # once; and once more to write down why, where it breaks off
        try:
            with act("read_return", by=by, on=return_, needs=Can.SEND_RETURN) as doing:
                lock(return_.review)
                return_.refresh_from_db()
                doing.why = _read(return_, trouble, by)
            return
        except (PermissionDenied, OperationalError):
            raise  # nothing is wrong with the file: it goes on waiting
        except Exception as why:
            if trouble is not None:
                raise
            trouble = why if isinstance(why, Trouble) else _our_fault(return_, why)


def _read(sent: Return, trouble: Trouble | None, by: Person) -> str:
    """What came of it in a few words, for the record."""
    if sent.state == ReturnState.READ or sent.withdrawn_at is not None:
        return "It had been read, or withdrawn, in the meantime."
    if trouble is not None:
        _mark_unreadable(sent, trouble, by)
        return trouble.what
    mapping = _mapping_of(sent)
    if sent.corrects is not None and sent.corrects.withdrawn_at is None:
        return keep_correction(sent, mapping, by)
    keep_reading(sent, read_as_said(sent, mapping), mapping, by)
    return ""


def _mapping_of(sent: Return) -> dict[str, Any]:
    return sent.mapping or proposed_mapping(sent)


def _trouble_with(sent: Return) -> Trouble | None:
    """Tried before the act, so that a long reading holds no lock; what was opened is kept at hand."""
    try:
        read_as_said(sent, _mapping_of(sent))
    except Trouble as trouble:
        return trouble
    except OperationalError:
        raise
    except Exception as crash:
        return _our_fault(sent, crash)
    return None


def _our_fault(sent: Return, crash: Exception) -> Trouble:
    """A reader that breaks is mended by us: the file waits for that, whatever is in it."""
    _log.error("Reading return %s broke off.", sent.pk, exc_info=crash)
    return Trouble(OUR_FAULT, where=sent.name, do=WAIT_FOR_US)


def _mark_unreadable(sent: Return, trouble: Trouble, by: Person) -> None:
    sent.state = ReturnState.UNREADABLE
    sent.read_at, sent.read_by = timezone.now(), by.username
    sent.trouble_what, sent.trouble_do = trouble.what, trouble.do
    sent.trouble_where = (trouble.where or "")[:400]
    sent.save()


def withdraw_return(*, by: Person, return_: Return, why: str) -> None:
    """Take a return and its entries out of the chronology. All of it stays readable, marked."""
    with act("withdrew_return", by=by, on=return_, needs=Can.SEND_RETURN, why=why):
        lock(return_.review)
        return_.refresh_from_db()
        if return_.withdrawn_at is None:
            mark_withdrawn(return_, by, why)


def take_back_withdrawal_of_return(*, by: Person, return_: Return) -> None:
    """The return counts again, with the entries that left the chronology together with it."""
    with act("took_back_withdrawal_of_return", by=by, on=return_, needs=Can.SEND_RETURN):
        lock(return_.review)
        return_.refresh_from_db()
        if return_.withdrawn_at is None:
            raise Trouble("This return is not withdrawn.", do="Nothing is left to take back.")
        _refuse_where_another_took_its_place(return_)
        refuse_twice(return_.review, return_.agency, return_.sha256, return_.name)
        marks = {"withdrawn_at": None, "withdrawn_by": "", "withdrawn_why": ""}
        return_.entries.filter(withdrawn_at=return_.withdrawn_at).update(**marks)
        for name, value in marks.items():
            setattr(return_, name, value)
        return_.save(update_fields=list(marks))


def _refuse_where_another_took_its_place(sent: Return) -> None:
    if (other := took_its_place(sent)) is not None:
        raise Trouble(
            f"{sent.name} was corrected by {other.name}, which has its unchanged rows.",
            where=sent.name,
            do=f"Open {other.name} and undo the correction there.",
        )
    if was_undone(sent):
        raise Trouble(
            "This correction was undone, and its unchanged rows are those of the earlier return.",
            where=sent.name,
            do="Send it again as a corrected return.",
        )
