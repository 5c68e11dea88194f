"""What can happen to a notification: it is recorded, changed, withdrawn, and the withdrawal taken back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.rules import regimes_in_force
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.notify.models import Notification, NotificationNumber, NotifiedChild
from candour.stages.notify.told import Told, columns_of


def notify(
    *,
    by: Person,
    board: Organisation,
    told: Told,
    number: str = "",
    regime: str | None = None,
    invented: bool = False,
) -> Notification:
    """Record that a board was told of an incident.

    Without `number` it takes the next one of its year; without `regime` the law in force that day.
    """
    with act("notified", by=by, on=board, needs=Can.NOTIFY) as doing:
        given = NotificationNumber.read(number) if number else _next_number(told.notified_on.year)
        if Notification.objects.filter(year=given.year, number=given.number).exists():
            raise Trouble(
                f"There is a notification {given} already.", do="Leave the number out, or correct it."
            )
        notification = Notification.objects.create(
            board=board,
            year=given.year,
            number=given.number,
            regime=_regime_of(told) if regime is None else regime,
            invented=invented,
            recorded_at=timezone.now(),
            recorded_by=by.username,
            **columns_of(told),
        )
        notification.agencies.set(told.agencies)
        for child in told.children:
            NotifiedChild.objects.create(
                notification=notification, name=child.name, born_words=child.born, note=child.note
            )
        doing.made(notification)
    return notification


def amend_notification(*, by: Person, notification: Notification, told: Told, version: int) -> Notification:
    """Put right or add to what was told. The law it falls under stays. Raises Changed as `act`."""
    with act("amended_notification", by=by, on=notification, needs=Can.NOTIFY, version=version):
        _still_stands(notification)
        columns = columns_of(told)
        for name, value in columns.items():
            setattr(notification, name, value)
        notification.save(update_fields=list(columns))
        notification.agencies.set(told.agencies)
        _set_children(notification, told, by, timezone.now())
    return notification


def withdraw_notification(*, by: Person, notification: Notification, why: str) -> Notification:
    """Strike out a notification made twice or for the wrong board. It stays readable, with the reason.

    One that was decided cannot be withdrawn: the decision is taken back first.
    """
    with act("withdrew_notification", by=by, on=notification, needs=Can.NOTIFY, why=why):
        _still_stands(notification)
        if getattr(notification, "decision", None) is not None:
            raise Trouble(
                f"{notification.written} was decided, so it cannot be withdrawn.",
                do="Take the decision back first, if nothing rests on it.",
            )
        notification.withdrawn_at, notification.withdrawn_by = timezone.now(), by.username
        notification.withdrawn_why = why
        notification.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return notification


def take_back_withdrawal(*, by: Person, notification: Notification) -> Notification:
    """The notification stands again. The record keeps that it was withdrawn, and why."""
    with act("took_back_withdrawal", by=by, on=notification, needs=Can.NOTIFY):
        notification.withdrawn_at, notification.withdrawn_by, notification.withdrawn_why = None, "", ""
        notification.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return notification


def _next_number(year: int) -> NotificationNumber:
    """Numbers run through all boards, so whoever takes the next one makes the others wait."""
    boards = Organisation.objects.filter(kind=OrganisationKind.BOARD).order_by("pk")
    list(boards.select_for_update())
    last = Notification.objects.filter(year=year).aggregate(last=Max("number"))["last"]
    return NotificationNumber(year, (last or 0) + 1)


def _regime_of(told: Told) -> str:
    in_force = regimes_in_force(told.notified_on)
    return in_force[0].name if in_force else ""


def _still_stands(notification: Notification) -> None:
    if notification.withdrawn_at is not None:
        raise Trouble(
            f"{notification.written} was withdrawn, so it is not changed any more.",
            do="Take the withdrawal back first.",
        )


def _set_children(notification: Notification, told: Told, by: Person, at: datetime) -> None:
    """In their order; a child who is no longer named is withdrawn, not deleted."""
    rows = list(notification.children.filter(withdrawn_at=None))
    for row, child in zip(rows, told.children, strict=False):
        row.name, row.born_words, row.note = child.name, child.born, child.note
        row.save(update_fields=["name", "born_words", "note"])
    for child in told.children[len(rows) :]:
        NotifiedChild.objects.create(
            notification=notification, name=child.name, born_words=child.born, note=child.note
        )
    for row in rows[len(told.children) :]:
        row.withdrawn_at, row.withdrawn_by = at, by.username
        row.save(update_fields=["withdrawn_at", "withdrawn_by"])
