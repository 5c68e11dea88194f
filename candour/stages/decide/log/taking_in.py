"""A log taken in as one thing, through the acts that record notifications; and taken back as one thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import F

from candour.domain.access import Can
from candour.domain.logs import Case, Earlier, LogRow
from candour.domain.logs.words import fold
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.audit.acting import refuse, together
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.stages.decide.actions import (
    mark_taken_back,
    mark_taken_in,
    record_earlier_decision,
    take_back_earlier_decision,
)
from candour.stages.decide.log.models import BoardLog, LogCase
from candour.stages.decide.log.reading import ledger_of
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import (
    amend_notification,
    notify,
    take_back_withdrawal,
    withdraw_notification,
)
from candour.stages.notify.models import Amendment, Notification
from candour.stages.notify.told import Told, ToldChild, told_in

CAME_WITH_IT = frozenset(("logcase", "notifiedchild", "toldofit", "amendment", "decision", "earlierdecision"))
"""Tables of a notification whose rows are asked about one by one, or came in with it."""
WHY_BACK = "The board’s earlier log, with which it came in, was taken back."


def take_in_log(*, by: Person, log: BoardLog, today: date) -> int:
    """Every placed row that was not taken in before becomes a notification, and a decision where it has one.

    All of them or none; the number of rows that came in. What was taken in before is left as it is.
    """
    _refuse_others(by, log, "took_in_log")
    with together(f"Log sha256:{log.sha256}"):
        Organisation.objects.select_for_update().get(pk=log.board_id)
        log.refresh_from_db()
        if log.withdrawn_at is not None:
            raise Trouble("This log was left out.", where=log.name, do="Give the file in again.")
        rows = ledger_of(log, today).new
        if rows:
            agencies = _agencies(log.board)
            taken = [(row, _take_in(by, log, row, agencies)) for row in rows]
            mark_taken_in(by=by, log=log, rows=taken)
    return len(rows)


def take_back_log(*, by: Person, log: BoardLog) -> int:
    """Withdraw every notification that came in with the log, while nothing rests on any of them.

    Raises Trouble, and changes nothing, where something does.
    """
    _refuse_others(by, log, "took_back_log")
    with together(f"Log sha256:{log.sha256}"):
        Organisation.objects.select_for_update().get(pk=log.board_id)
        cases = standing_cases(log)
        if resting := rests_on_log(log):
            raise Trouble(
                f"This log cannot be taken back: {resting}.", do="Mend single notifications instead."
            )
        for case in cases:
            decision = Decision.objects.filter(stands_for=case.notification).first()
            if decision is not None:
                take_back_earlier_decision(by=by, decision=decision)
            withdraw_notification(by=by, notification=case.notification, why=WHY_BACK)
        if cases:
            mark_taken_back(by=by, log=log)
    return len(cases)


def standing_cases(log: BoardLog) -> list[LogCase]:
    found = log.cases.filter(taken_back_at=None)  # type: ignore[attr-defined]  # a related name
    return list(found.select_related("notification__board", "log"))


def rests_on_log(log: BoardLog) -> str:
    """What was done with anything that came in with the log, in words; nothing where nothing was."""
    notifications = Notification.objects.filter(log_case__log=log, log_case__taken_back_at=None)
    decisions = Decision.objects.filter(notification__in=notifications)
    changed = Amendment.objects.filter(notification__in=notifications)
    done: list[tuple[Any, str]] = [
        (notifications.exclude(withdrawn_at=None), "was withdrawn since"),
        (changed.filter(amended_at__gt=F("notification__log_case__taken_in_at")), "was changed since"),
        (decisions.filter(words_then=""), "was decided anew"),
        (decisions.exclude(reopened_at=None), "was reopened"),
        *_resting_rows(decisions, frozenset(), "has a decision that something rests on"),
        *_resting_rows(notifications, CAME_WITH_IT, "was worked on since"),
    ]
    for rows, words in done:
        if (one := rows.first()) is not None:
            return f"{_notification_of(one).written} {words}"
    return ""


def _resting_rows(rows: Any, apart_from: frozenset[str], words: str) -> Iterator[tuple[Any, str]]:
    """Rows of whatever table points at these, without its being imported here."""
    for relation in rows.model._meta.related_objects:
        table = relation.related_model
        if table._meta.model_name not in apart_from:
            yield table._default_manager.filter(**{f"{relation.field.name}__in": rows}), words


def _notification_of(row: Any) -> Notification:
    if isinstance(row, Notification):
        return row
    found: Notification = row.notification if hasattr(row, "notification") else row.decision.notification
    return found


def _refuse_others(by: Person, log: BoardLog, did: str) -> None:
    if not (verdict := may(by, Can.NOTIFY, log)):
        refuse(did, by=by, on=log, why=" ".join(verdict.reasons))


def _take_in(by: Person, log: BoardLog, row: LogRow, agencies: dict[str, Organisation]) -> Notification:
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


def _agencies(board: Organisation) -> dict[str, Organisation]:
    """Agencies by their folded name; the board's own where two boards have one of the same name."""
    every = Organisation.objects.filter(kind=OrganisationKind.AGENCY)
    return {fold(one.name): one for one in sorted(every, key=lambda one: one.board_id == board.pk)}


def _kept_elsewhere(earlier: Earlier, place: str) -> str:
    review = f"review {earlier.review_reference}" if earlier.review_reference else ""
    published = f"published: {earlier.published}" if earlier.published else ""
    return "; ".join(filter(None, (review, published, f"from {place}")))
