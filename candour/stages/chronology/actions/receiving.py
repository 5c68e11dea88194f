"""A return is sent, kept as it came, and read; or withdrawn, with all of its entries."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.shelf import sha256_of
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._fates import keep_reading, lock
from candour.stages.chronology.models import Return, ReturnState
from candour.stages.chronology.reading import proposed_mapping, read_as_said


class SentAlready(Trouble):
    """The same file, byte for byte, is there for this agency."""


def send_return(
    *,
    by: Person,
    review: Review,
    agency: Organisation,
    name: str,
    content: bytes,
    received_on: date | None = None,
    came_in: str = "",
    replaces: Return | None = None,
) -> Return:
    """Keep a file as it came, to be read. Raises SentAlready where it is there, byte for byte.

    `received_on` is the day it came, today where none is said; `replaces` is the return it corrects, which
    is withdrawn in the same act.
    """
    with act("sent_return", by=by, on=Return(review=review, agency=agency), needs=Can.SEND_RETURN) as doing:
        lock(review)
        if replaces is not None:
            _withdraw(replaces, by, f"Replaced by {name}.")
        _refuse_twice(review, agency, sha256_of(content), name)
        paper = kept(by=by, review=review, agency=agency, name=name, content=content)
        sent = Return.objects.create(
            review=review,
            agency=agency,
            paper=paper,
            sha256=paper.sha256,
            came_in=came_in,
            received_on=received_on or timezone.localdate(),
            received_at=paper.kept_at,
            received_by=by.username,
        )
        doing.made(sent)
        doing.why = name
    return sent


def _refuse_twice(review: Review, agency: Organisation, sha256: str, name: str) -> None:
    there = Return.objects.filter(review=review, agency=agency, sha256=sha256, withdrawn_at=None).first()
    if there is not None:
        on = spoken_day(there.received_on)
        raise SentAlready(
            f"{name} was received from {agency} already, on {on}, as {there.name}.",
            where=name,
            do="It was not added again.",
        )


def read_return(*, by: Person, return_: Return) -> None:
    """Give every row of a return its fate; a file that cannot be read keeps the reason. Read once only."""
    if return_.state == ReturnState.READ or return_.withdrawn_at is not None:
        return
    trouble = _trouble_with(return_)
    with act("read_return", by=by, on=return_, needs=Can.SEND_RETURN) as doing:
        lock(return_.review)
        return_.refresh_from_db()
        if return_.state == ReturnState.READ:
            doing.why = "It had been read in the meantime."
        elif trouble is not None:
            doing.why = trouble.what
            _mark_unreadable(return_, trouble, by)
        else:
            mapping = return_.mapping or proposed_mapping(return_)
            keep_reading(return_, read_as_said(return_, mapping), mapping, by)


def _trouble_with(sent: Return) -> Trouble | None:
    """Tried before the act, so that a long reading holds no lock; what was opened is kept at hand."""
    try:
        read_as_said(sent, sent.mapping or proposed_mapping(sent))
    except Trouble as trouble:
        return trouble
    return None


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
        _withdraw(return_, by, why)


def take_back_withdrawal_of_return(*, by: Person, return_: Return) -> None:
    """The return counts again, with the entries that left the chronology together with it."""
    with act("took_back_withdrawal_of_return", by=by, on=return_, needs=Can.SEND_RETURN):
        lock(return_.review)
        return_.refresh_from_db()
        if return_.withdrawn_at is None:
            raise Trouble("This return is not withdrawn.", do="Nothing is left to take back.")
        _refuse_twice(return_.review, return_.agency, return_.sha256, return_.name)
        marks = {"withdrawn_at": None, "withdrawn_by": "", "withdrawn_why": ""}
        return_.entries.filter(withdrawn_at=return_.withdrawn_at).update(**marks)
        for name, value in marks.items():
            setattr(return_, name, value)
        return_.save(update_fields=list(marks))


def _withdraw(sent: Return, by: Person, why: str) -> None:
    marks = {"withdrawn_at": timezone.now(), "withdrawn_by": by.username, "withdrawn_why": why[:400]}
    sent.entries.filter(withdrawn_at=None).update(**marks)
    for name, value in marks.items():
        setattr(sent, name, value)
    sent.save(update_fields=list(marks))
