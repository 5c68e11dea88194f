"""The states written down and what the actions do agree: each way is taken, and every other is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from candour.domain.trouble import Trouble
from candour.stages.decide import actions
from candour.stages.decide.models import Decision
from candour.stages.decide.reads import reopened_of
from candour.stages.decide.states import FIRST, OF_OUTCOME, WAYS, State, Way, state_of
from candour.stages.notify.actions import take_back_withdrawal, withdraw_notification
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import TESTS_AGAINST, answered, decided, notified

pytestmark = pytest.mark.django_db

DAY = date(2014, 7, 1)
OUTCOMES = {state: outcome for outcome, state in OF_OUTCOME.items()}
OTHER = {"other_kind": "single_agency", "other_holder": "The police", "other_why": "They alone knew."}


def act(cast: Cast, way: Way, notification: Notification) -> None:
    """Do what the way says; whatever it needs that is not there is refused by the action itself."""
    standing = Decision.objects.filter(stands_for=notification).first() or reopened_of(notification)
    doing: dict[str, Callable[[], Any]] = {
        "withdraw_notification": lambda: withdraw_notification(
            by=cast.manager, notification=notification, why="Twice."
        ),
        "take_back_withdrawal": lambda: take_back_withdrawal(by=cast.manager, notification=notification),
        "decide": lambda: decided(cast, notification, OUTCOMES[way.end], decided_on=DAY, **OTHER),
        "take_back_decision": lambda: actions.take_back_decision(by=cast.chair, decision=_there(standing)),
        "reopen_decision": lambda: actions.reopen_decision(
            by=cast.chair, decision=_there(standing), why="More is known.", reopened_on=DAY
        ),
        "take_back_reopening": lambda: actions.take_back_reopening(by=cast.chair, decision=_there(standing)),
    }
    doing[way.action]()


def _there(decision: Decision | None) -> Decision:
    if decision is None:
        raise Trouble("Nothing was decided.", do="Decide.")
    return decision


def brought_to(cast: Cast, state: State, by: str = "not reviewed") -> Notification:
    """A notification in a state; `by` is the decision that was reopened, or from where one was made."""
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    roads: dict[State, tuple[Way, ...]] = {
        State.NOTIFIED: (),
        State.WITHDRAWN: (Way(State.NOTIFIED, "withdraw_notification", State.WITHDRAWN),),
        State.REOPENED: (
            Way(State.NOTIFIED, "decide", State(by)),
            Way(State(by), "reopen_decision", State.REOPENED),
        ),
    }
    road = roads.get(state, (Way(State.NOTIFIED, "decide", state),))
    for way in road:
        act(cast, way, notification)
        notification = Notification.objects.get(pk=notification.pk)
    assert state_of(notification) is state
    return notification


def before(cast: Cast, way: Way) -> Notification:
    if way.action == "take_back_reopening":
        return brought_to(cast, way.start, by=way.end)
    if way.action == "take_back_decision" and way.end is State.REOPENED:
        notification = brought_to(cast, State.REOPENED)
        act(cast, Way(State.REOPENED, "decide", way.start), notification)
        return Notification.objects.get(pk=notification.pk)
    return brought_to(cast, way.start)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.start} - {way.action} - {way.end}")
def test_each_way_leads_where_it_says(cast: Cast, way: Way) -> None:
    notification = before(cast, way)

    act(cast, way, notification)

    assert state_of(Notification.objects.get(pk=notification.pk)) is way.end


REFUSED = sorted(
    {(start, way.action) for start in State for way in WAYS} - {(one.start, one.action) for one in WAYS}
)


@pytest.mark.parametrize(("start", "action"), REFUSED)
def test_every_other_way_is_refused(cast: Cast, start: State, action: str) -> None:
    notification = brought_to(cast, start)
    with pytest.raises(Trouble):
        act(cast, Way(start, action, State.NOT_REVIEWED), notification)
    assert state_of(Notification.objects.get(pk=notification.pk)) is start


def test_every_state_is_reached() -> None:
    reached = {FIRST}
    for _ in State:
        reached |= {way.end for way in WAYS if way.start in reached}
    assert reached == set(State)
