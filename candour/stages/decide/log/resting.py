"""What was done with the rows of a log since they came in: while nothing was, it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import F

from candour.stages.decide.log.models import BoardLog, LogCase
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Amendment, Notification

CAME_WITH_IT = frozenset(("logcase", "notifiedchild", "toldofit", "amendment", "decision", "earlierdecision"))
"""Tables of a notification whose rows are asked about one by one, or came in with it."""


def standing_cases(log: BoardLog) -> list[LogCase]:
    found = log.cases.filter(taken_back_at=None)  # type: ignore[attr-defined]  # a related name
    return list(found.select_related("notification__board", "log"))


def rests_on_log(log: BoardLog, cases: Sequence[LogCase] | None = None) -> str:
    """What was done with anything that came in with the log, in words; nothing where nothing was.

    Of `cases` alone, where those are given.
    """
    notifications = Notification.objects.filter(log_case__log=log, log_case__taken_back_at=None)
    if cases is not None:
        notifications = notifications.filter(pk__in=[one.notification_id for one in cases])
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
