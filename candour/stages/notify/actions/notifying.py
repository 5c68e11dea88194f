"""What can happen to a notification: it is recorded, changed, withdrawn, and the withdrawal taken back."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.next_numbers import next_of_year
from candour.kernel.web.clock import today
from candour.stages.notify.actions._rows import set_children, set_told_to
from candour.stages.notify.amended import changes_between, in_words
from candour.stages.notify.law_chosen import law_for, law_is_asked_again, laws_in_force
from candour.stages.notify.models import Amendment, Notification, NotificationNumber
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

    Without `number` it takes the next one of its year; without `regime` the one law in force that day.
    Raises Trouble where several were in force and none is chosen.
    """
    with act("notified", by=by, on=board, needs=Can.NOTIFY) as doing:
        year = told.notified_on.year
        next_one = NotificationNumber(year, next_of_year(Notification.objects.all(), year))
        _has_come(told)
        given = NotificationNumber.read(number) if number else next_one
        if Notification.objects.filter(year=given.year, number=given.number).exists():
            raise Trouble(
                f"There is a notification {given} already.", do="Leave the number out, or correct it."
            )
        notification = Notification.objects.create(
            board=board,
            year=given.year,
            number=given.number,
            regime=law_for(board, told.notified_on, regime),
            invented=invented,
            recorded_at=timezone.now(),
            recorded_by=by.username,
            **columns_of(told),
        )
        notification.agencies.set(told.agencies)
        set_children(notification, told, by)
        set_told_to(notification, told, by)
        doing.made(notification)
    return notification


def amend_notification(
    *, by: Person, notification: Notification, told: Told, version: int, regime: str | None = None
) -> Notification:
    """Put right or add to what was told; what was changed is kept, as it was and as it is.

    The law stays while it was in force on the day; where the day is changed so that it was not, `regime` says
    which was. Raises Changed as `act`, and Trouble where no law is said.
    """
    with act("amended_notification", by=by, on=notification, needs=Can.NOTIFY, version=version):
        _still_stands(notification)
        _has_come(told)
        before = in_words(notification)
        columns = columns_of(told) | {"regime": _law_after(notification, told, regime)}
        _before_its_decision(notification, told)
        for name, value in columns.items():
            setattr(notification, name, value)
        notification.save(update_fields=list(columns))
        notification.agencies.set(told.agencies)
        set_children(notification, told, by)
        set_told_to(notification, told, by)
        if changed := changes_between(before, in_words(notification)):
            Amendment.objects.create(
                notification=notification, changed=changed, amended_at=timezone.now(), amended_by=by.username
            )
    return notification


def withdraw_notification(*, by: Person, notification: Notification, why: str) -> Notification:
    """Strike out a notification made twice or for the wrong board. It stays readable, with the reason.

    One that was decided cannot be withdrawn: the decision is taken back first.
    """
    with act("withdrew_notification", by=by, on=notification, needs=Can.NOTIFY, why=why):
        _still_stands(notification)
        decisions: Any = notification.decisions  # type: ignore[attr-defined]  # of a later stage
        if decisions.exists():
            raise Trouble(
                f"{notification.written} was decided, so it cannot be withdrawn.",
                do="Take the decision back first, if nothing rests on it and it was never reopened.",
            )
        notification.withdrawn_at, notification.withdrawn_by = timezone.now(), by.username
        notification.withdrawn_why = why
        notification.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return notification


def take_back_withdrawal(*, by: Person, notification: Notification) -> Notification:
    """The notification stands again. The record keeps that it was withdrawn, and why."""
    with act("took_back_withdrawal", by=by, on=notification, needs=Can.NOTIFY):
        if notification.withdrawn_at is None:
            raise Trouble(f"{notification.written} was not withdrawn: it stands.", do="Read it.")
        notification.withdrawn_at, notification.withdrawn_by, notification.withdrawn_why = None, "", ""
        notification.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
    return notification


def _law_after(notification: Notification, told: Told, chosen: str | None) -> str:
    """The law once the day is what is told now: asked again only where it was not in force then."""
    if not law_is_asked_again(notification, told.notified_on) and not chosen:
        return notification.regime
    if getattr(notification, "decision", None) is not None and chosen != notification.regime:
        raise Trouble(
            f"{notification.written} was decided under the law it falls under, so that stays.",
            do="Take the decision back or reopen it first.",
        )
    if chosen is None and laws_in_force(notification.board, told.notified_on):
        raise Trouble(
            "The law that this fell under was not in force on that day.", do="Choose the law that was."
        )
    return law_for(notification.board, told.notified_on, chosen)


def _has_come(told: Told) -> None:
    if told.notified_on > today():
        raise Trouble(
            f"{spoken_day(told.notified_on)} is still to come.",
            do="Give the day on which the board was told.",
        )


def _before_its_decision(notification: Notification, told: Told) -> None:
    decisions: Any = notification.decisions  # type: ignore[attr-defined]  # of a later stage
    first = decisions.order_by("decided_on").first()
    if first is not None and told.notified_on > first.decided_on:
        raise Trouble(
            f"It was decided on {spoken_day(first.decided_on)}, and the board was told before that.",
            do="Give that day or an earlier one.",
        )


def _still_stands(notification: Notification) -> None:
    if notification.withdrawn_at is not None:
        raise Trouble(
            f"{notification.written} was withdrawn, so it is not changed any more.",
            do="Take the withdrawal back first.",
        )
