"""The states of a notification on its way to a decision and after it, and what leads from one to the next.

Data for pictures and for readers; a test takes every way by the action it names.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification


class State(StrEnum):
    """Where a notification stands."""

    NOTIFIED = "notified"
    WITHDRAWN = "withdrawn"
    TO_BE_REVIEWED = "to be reviewed"
    NOT_REVIEWED = "not reviewed"
    BY_ANOTHER_NAME = "reviewed by another name"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Way:
    """From one state to another by an action, by its name in an actions module."""

    start: State
    action: str
    end: State


FIRST = State.NOTIFIED
OF_OUTCOME: Mapping[str, State] = {
    "review": State.TO_BE_REVIEWED,
    "no_review": State.NOT_REVIEWED,
    "other_review": State.BY_ANOTHER_NAME,
}
"""Where each outcome of a decision leads."""
_OPEN = (State.NOTIFIED, State.REOPENED)
_NOT_UNDER_LAW = (State.NOT_REVIEWED, State.BY_ANOTHER_NAME)

WAYS: tuple[Way, ...] = (
    Way(State.NOTIFIED, "withdraw_notification", State.WITHDRAWN),
    Way(State.WITHDRAWN, "take_back_withdrawal", State.NOTIFIED),
    *(Way(start, "decide", end) for start in _OPEN for end in OF_OUTCOME.values()),
    *(Way(start, "take_back_decision", end) for start in OF_OUTCOME.values() for end in _OPEN),
    *(Way(start, "reopen_decision", State.REOPENED) for start in _NOT_UNDER_LAW),
    *(Way(State.REOPENED, "take_back_reopening", end) for end in _NOT_UNDER_LAW),
)


def state_of(notification: Notification) -> State:
    """Where it stands now."""
    if notification.withdrawn_at is not None:
        return State.WITHDRAWN
    standing = Decision.objects.filter(stands_for=notification).first()
    if standing is not None:
        return OF_OUTCOME[standing.outcome]
    return State.REOPENED if notification.decisions.exists() else State.NOTIFIED
