"""Closed copies are given, each once and with its number and mark, and come back or are destroyed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.disclosure import View
from candour.domain.methods import load_method
from candour.domain.methods.method import Code
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.hearing.closed_copies import made_copy, words_by_order, words_for
from candour.stages.report.hearing.who_rules import refuse_unless_ruling
from candour.stages.report.models import ClosedCopy, Ended, ReadingOrder, Report


def take_own_copy(*, by: Person, report: Report, format: str, given_on: date) -> tuple[ClosedCopy, bytes]:
    """A copy of the closed report for oneself, who may see the source. The bytes are given this once."""
    with act("took_closed_copy", by=by, on=report, needs=Can.SEE_SOURCE, why=format) as doing:
        view = words_for(report, by)
        copy, content = _made(report, view, by, str(by), format, given_on, person=by)
        doing.made(copy)
    return copy, content


def take_copy_by_order(
    *, by: Person, report: Report, format: str, given_on: date
) -> tuple[ClosedCopy, bytes]:
    """A copy of what an order opens to oneself, and of nothing else. Raises Trouble where none does."""
    with act("took_copy_by_order", by=by, on=report.review, needs=Can.SEE_PROGRESS, why=format) as doing:
        view = words_by_order(report, by.username)
        copy, content = _made(report, view, by, str(by), format, given_on, person=by, by_order=True)
        doing.made(copy)
    return copy, content


def give_copy_by_order(
    *, by: Person, order: ReadingOrder, format: str, given_on: date
) -> tuple[ClosedCopy, bytes]:
    """A copy of what the orders open to the person of this one, to be handed to them."""
    with act("gave_copy_by_order", by=by, on=order.report, needs=Can.SEE_SOURCE, why=format) as doing:
        view = words_by_order(order.report, order.who)
        named = {"person": order.person, "by_order": True}
        copy, content = _made(order.report, view, by, order.called, format, given_on, **named)
        doing.made(copy)
    return copy, content


def give_closed_copy(
    *, by: Person, report: Report, called: str, why: str, format: str, given_on: date
) -> tuple[ClosedCopy, bytes]:
    """A copy of the whole closed report, to be handed to somebody who has no account here, such as a coroner.

    Raises Trouble for whoever does not rule, where the method lets nothing closed go out without an order.
    """
    with act("gave_closed_copy", by=by, on=report, needs=Can.SEE_SOURCE, why=why) as doing:
        if load_method(report.review.method).has_rule(Code.ORDERS):
            refuse_unless_ruling(by, report.review)
        copy, content = _made(
            report, words_for(report, by), by, called.strip(), format, given_on, why=why.strip()
        )
        doing.made(copy)
    return copy, content


def note_end_of_copy(*, by: Person, copy: ClosedCopy, ended: str, ended_on: date) -> ClosedCopy:
    """It came back, or was destroyed. Raises Trouble for a day before it was given."""
    with act("noted_end_of_copy", by=by, on=copy, needs=Can.SEE_SOURCE, why=ended):
        if copy.ended:
            raise Trouble("The end of this copy is noted already.", do="Undo that first.")
        if ended_on < copy.given_on:
            raise Trouble("It was not given yet on that day.", do="Give a later day.")
        _end(copy, Ended(ended), ended_on, by)
    return copy


def take_back_end_of_copy(*, by: Person, copy: ClosedCopy) -> ClosedCopy:
    """Undo: the copy is still out. The record keeps what was noted."""
    with act("took_back_end_of_copy", by=by, on=copy, needs=Can.SEE_SOURCE, why=copy.ended):
        copy.ended, copy.ended_on, copy.ended_at, copy.ended_by = "", None, None, ""
        copy.save(update_fields=["ended", "ended_on", "ended_at", "ended_by"])
    return copy


def _end(copy: ClosedCopy, ended: Ended, ended_on: date, by: Person) -> None:
    copy.ended, copy.ended_on = ended, ended_on
    copy.ended_at, copy.ended_by = timezone.now(), by.username
    copy.save(update_fields=["ended", "ended_on", "ended_at", "ended_by"])


def _made(
    report: Report, view: View, by: Person, called: str, format: str, given_on: date, **more: Any
) -> tuple[ClosedCopy, bytes]:
    Report.objects.select_for_update().get(pk=report.pk)
    number = (report.copies.aggregate(last=Max("number"))["last"] or 0) + 1
    made = made_copy(view, number=number, called=called, format=format, on=given_on)
    copy = ClosedCopy.objects.create(
        report=report,
        number=number,
        called=called,
        format=format,
        mark=made.mark,
        sha256=made.sha256,
        text_sha256=made.text_sha256,
        given_on=given_on,
        given_at=timezone.now(),
        given_by=by.username,
        **more,
    )
    return copy, made.content
