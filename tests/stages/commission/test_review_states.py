"""A review on its way to being commissioned: each way that is drawn is taken, and every other is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from candour.desk.states import MOVES, NOTHING
from candour.domain.rules import Power, load_regime
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.stages.commission.actions import commission_review
from candour.stages.decide import actions
from candour.stages.decide.models import Decision, Direction
from candour.stages.notify.models import Notification
from tests.cast import Cast, person, post
from tests.notified import TESTS_AGAINST, answered, decided, notified

pytestmark = pytest.mark.django_db

(WAYS,) = [one.ways for one in MOVES if one.title == "A review commissioned"]
OUTCOMES = {"to be reviewed": "review", "not reviewed": "no_review"}
DIRECT = Power("direct", "The body", "The body may direct.", "An invented law", True)
ROADS = {
    "to be reviewed": ["to be reviewed"],
    "not reviewed": ["not reviewed"],
    "directed": ["not reviewed", "directed"],
    "commissioned": ["to be reviewed", "commissioned"],
}
"""By which states a state is reached."""


@pytest.fixture
def head(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Person:
    """The head of a national body that an invented law lets direct."""
    law = load_regime("eng.scr.wt2013")
    monkeypatch.setattr(
        "candour.stages.decide.national_law.regime_of", lambda _: replace(law, powers=(*law.powers, DIRECT))
    )
    somebody = person("head")
    post(somebody, cast.nation, "national_lead")
    return somebody


def state_of(notification: Notification) -> str:
    decision = Decision.objects.filter(stands_for=notification).first()
    if decision is None:
        return NOTHING
    if getattr(decision, "commission", None) is not None:
        return "commissioned"
    return (
        "directed" if decision.direction else f"{'to be' if decision.outcome == 'review' else 'not'} reviewed"
    )


def act(cast: Cast, head: Person, notification: Notification, action: str, end: str) -> None:
    decision = Decision.objects.filter(stands_for=notification).first()
    doing: dict[str, Callable[[], Any]] = {
        "decide": lambda: decided(cast, notification, OUTCOMES[end]),
        "direct_review": lambda: actions.direct_review(
            by=head,
            decision=_of(decision),
            words="Hold it.",
            made_on=date(2014, 6, 20),
            due_on=date(2014, 7, 18),
        ),
        "take_back_direction": lambda: actions.take_back_direction(by=head, direction=_direction(decision)),
        "commission_review": lambda: commission_review(
            by=cast.manager,
            decision=_of(decision),
            title="Child Alder",
            method="learning-together",
            opened_on=date(2014, 6, 25),
            period_from=date(2011, 6, 1),
            period_to=date(2014, 4, 10),
            terms="Find out why it made sense at the time.",
        ),
    }
    doing[action]()


def _of(decision: Decision | None) -> Decision:
    if decision is None:
        raise Trouble("Nothing was decided.", do="Decide.")
    return decision


def _direction(decision: Decision | None) -> Direction:
    found = Direction.objects.filter(decision=decision).order_by("-pk").first()
    if found is None:
        raise Trouble("Nothing was directed.", do="Direct.")
    return found


def brought_to(cast: Cast, head: Person, state: str) -> Notification:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    before = NOTHING
    for step in ROADS.get(state, []):
        (action,) = [one for start, one, end in WAYS if (start, end) == (before, step)]
        act(cast, head, notification, action, step)
        before = step
    assert state_of(notification) == state
    return Notification.objects.get(pk=notification.pk)


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(cast: Cast, head: Person, start: str, action: str, end: str) -> None:
    notification = brought_to(cast, head, start)
    act(cast, head, notification, action, end)
    assert state_of(Notification.objects.get(pk=notification.pk)) == end


REFUSED = sorted(
    {(start, action) for start in (NOTHING, *ROADS) for _, action, _ in WAYS}
    - {(start, action) for start, action, _ in WAYS}
)


@pytest.mark.slow
@pytest.mark.parametrize(("start", "action"), REFUSED)
def test_every_other_way_is_refused(cast: Cast, head: Person, start: str, action: str) -> None:
    notification = brought_to(cast, head, start)
    with pytest.raises(Trouble):
        act(cast, head, notification, action, "to be reviewed")
    assert state_of(Notification.objects.get(pk=notification.pk)) == start
