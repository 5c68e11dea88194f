"""No act takes a day before what it follows, or one still to come; the form says so before the act does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.decide import actions
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import amend_notification
from candour.stages.notify.told import Told, told_in
from tests.cast import Cast, person, post
from tests.notified import TESTS_AGAINST, answered, decided, not_reviewed, notified

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
TOLD, DECIDED = date(2014, 5, 19), date(2014, 6, 4)
EARLY = DECIDED - timedelta(days=1)
FAR = date(2099, 1, 1)


def head_of(cast: Cast) -> Person:
    if not (found := Person.objects.filter(username="head").first()):
        found = person("head")
        post(found, cast.nation, "national_lead")
    return found


DONE_ON: dict[str, Callable[[Cast, Decision, date], Any]] = {
    "telling": lambda c, d, on: actions.tell_national_body(by=c.chair, decision=d, told_on=on),
    "reopening": lambda c, d, on: actions.reopen_decision(by=c.chair, decision=d, why="New.", reopened_on=on),
    "challenge": lambda c, d, on: actions.challenge(
        by=c.national, decision=d, kind="question", words="Why?", made_on=on
    ),
    "direction": lambda c, d, on: actions.direct_review(
        by=head_of(c), decision=d, words="Hold it.", made_on=on, due_on=FAR
    ),
}


@pytest.mark.parametrize("what", DONE_ON)
def test_nothing_follows_a_decision_before_it_was_made_or_on_a_day_to_come(cast: Cast, what: str) -> None:
    decision = not_reviewed(cast)
    decision.notification.regime = "eng.scr.2013-amendment"
    decision.notification.save()

    with pytest.raises(Trouble, match="is before it was decided, on 4 June 2014"):
        DONE_ON[what](cast, decision, EARLY)
    with pytest.raises(Trouble, match="1 January 2099 is still to come"):
        DONE_ON[what](cast, decision, FAR)

    DONE_ON[what](cast, decision, DECIDED)


def test_a_decision_follows_the_day_the_board_was_told_and_has_come(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    for day, told in ((TOLD - timedelta(days=1), "before the board was told"), (FAR, "still to come")):
        with pytest.raises(Trouble, match=told):
            decided(cast, notification, "no_review", decided_on=day)
    with pytest.raises(Trouble, match="still to come"):
        decided(cast, notification, "no_review", told_national_on=FAR)

    assert decided(cast, notification, "no_review", decided_on=TOLD).decided_on == TOLD


def test_a_board_replies_after_it_was_asked(cast: Cast) -> None:
    said = actions.challenge(
        by=cast.national, decision=not_reviewed(cast), kind="question", words="Why?", made_on=date(2014, 6, 9)
    )
    for day in (date(2014, 6, 8), FAR):
        with pytest.raises(Trouble):
            actions.reply_to_challenge(by=cast.chair, said=said, words="So.", replied_on=day)

    actions.reply_to_challenge(by=cast.chair, said=said, words="So.", replied_on=date(2014, 6, 9))


def test_the_national_body_is_told_of_a_decision_that_stands(cast: Cast) -> None:
    decision = not_reviewed(cast)
    actions.reopen_decision(by=cast.chair, decision=decision, why="New.", reopened_on=DECIDED)

    with pytest.raises(Trouble, match="no longer stands"):
        actions.tell_national_body(by=cast.chair, decision=decision, told_on=DECIDED)


def test_the_day_the_board_was_told_stays_before_its_decision(cast: Cast) -> None:
    notification = not_reviewed(cast).notification

    def on(day: date) -> Told:
        told = told_in(notification)
        return Told(**{**{name: getattr(told, name) for name in told.__slots__}, "notified_on": day})

    for day, told in ((date(2014, 6, 5), "It was decided on 4 June 2014"), (FAR, "still to come")):
        notification.refresh_from_db()
        with pytest.raises(Trouble, match=told):
            amend_notification(
                by=cast.manager, notification=notification, told=on(day), version=notification.version
            )


def test_the_form_says_it_beside_the_box_and_keeps_what_was_typed(client: Client, cast: Cast) -> None:
    answered(cast, notified(cast), TESTS_AGAINST)
    client.force_login(cast.chair)
    typed = {"outcome": "review", "reasons": "The tests are met.", "weighed": "no"}

    for day, told in (("18 May 2014", "before the board was told"), (f"1 May {today().year + 1}", "to come")):
        page = client.post(f"{ONE}decide/", {**typed, "decided_on": day}).content.decode()
        assert told in page
        assert "The tests are met.</textarea>" in page
        assert day in page
    assert not Decision.objects.exists()
