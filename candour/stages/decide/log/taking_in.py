"""One row of a log becomes a notification, and a decision where it has one; and goes out again."""

from __future__ import annotations

from typing import Any

from candour.domain.logs import Case, Earlier, LogRow
from candour.domain.logs.words import fold
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.decide.actions import record_earlier_decision, take_back_earlier_decision
from candour.stages.decide.log.models import BoardLog, LogCase
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import (
    amend_notification,
    notify,
    take_back_withdrawal,
    withdraw_notification,
)
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told, ToldChild, told_in

WHY_BACK = "The board’s earlier log, with which it came in, was taken back."


def take_in_row(by: Person, log: BoardLog, row: LogRow, agencies: dict[str, Organisation]) -> Notification:
    """Through the acts that record notifications and earlier decisions, in the transaction of a batch."""
    case: Any = row.case
    place = row.place_in(log.name)
    told = _told(case, place, agencies)
    notification = _again(by, log, row, told) or notify(
        by=by, board=log.board, told=told, regime=case.law or None
    )
    if case.earlier is not None:
        where = _kept_elsewhere(case.earlier, place)
        record_earlier_decision(by=by, notification=notification, earlier=case.earlier, kept_elsewhere=where)
    return notification


def take_back_row(by: Person, case: LogCase) -> None:
    """Withdraw the notification that a row became, and its decision if it has one."""
    decision = Decision.objects.filter(stands_for=case.notification).first()
    if decision is not None:
        take_back_earlier_decision(by=by, decision=decision)
    withdraw_notification(by=by, notification=case.notification, why=WHY_BACK)


def agencies_by_name(board: Organisation) -> dict[str, Organisation]:
    """By their folded name; the board's own where two boards have one of the same name."""
    every = Organisation.objects.filter(kind=OrganisationKind.AGENCY)
    return {fold(one.name): one for one in sorted(every, key=lambda one: one.board_id == board.pk)}


def _again(by: Person, log: BoardLog, row: LogRow, told: Told) -> Notification | None:
    """The notification of a row that was taken back, standing again under its own number."""
    case = LogCase.objects.filter(board=log.board, fingerprint=row.fingerprint).first()
    if case is None:
        return None
    notification = take_back_withdrawal(by=by, notification=case.notification)
    if told_in(notification) != told:
        version = notification.version
        amend_notification(
            by=by, notification=notification, told=told, version=version, regime=row.case.law or None
        )
    return notification


def _told(case: Case, place: str, agencies: dict[str, Organisation]) -> Told:
    known = [agencies[fold(one)] for one in case.agencies if fold(one) in agencies]
    unknown = [one for one in case.agencies if fold(one) not in agencies]
    also = [f"Agencies as the log has them: {', '.join(unknown)}."] if unknown else []
    return Told(
        title=f"Referral {case.reference}"[:120] if case.reference else f"Referral of {case.notified_on}",
        notified_on=case.notified_on,
        notifier=case.notifier[:200],
        what_happened="\n".join(filter(None, (case.what_happened, *also, f"From {place}."))),
        incident=case.incident,
        died=case.died,
        seriously_harmed=case.seriously_harmed,
        abuse_or_neglect=case.abuse_or_neglect,
        harm=case.harm,
        agencies=tuple(dict.fromkeys(known)),
        children=(ToldChild(case.child[:120]),) if case.child else (),
    )


def _kept_elsewhere(earlier: Earlier, place: str) -> str:
    review = f"review {earlier.review_reference}" if earlier.review_reference else ""
    published = f"published: {earlier.published}" if earlier.published else ""
    return "; ".join(filter(None, (review, published, f"from {place}")))
