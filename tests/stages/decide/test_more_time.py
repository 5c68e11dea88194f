"""A clock of a notification is given more time with its reason; the law's own day stays in sight."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.decide import actions
from candour.stages.decide.clocks import clock_to_decide
from candour.stages.decide.models import MoreTimeGiven
from tests.cast import Cast
from tests.notified import TESTS_FOR_REVIEW, answered, decided, notified

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
MORE = f"{ONE}more-time/decide/"
ON = date(2014, 6, 2)
GIVEN = {"now_due": "4 July 2014", "why": "Two summaries are late. The chair agreed."}


def test_more_time_moves_the_day_and_keeps_the_laws_own_beside_it(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    assert MORE in client.get(f"{ONE}tests/").content.decode()
    early = client.post(MORE, {**GIVEN, "now_due": "19 June 2014"}).content.decode()
    assert "It is due on 19 June 2014 already. Give a later day." in early
    assert GIVEN["why"] in early

    assert client.post(MORE, GIVEN)["Location"] == f"{ONE}tests/"

    clock = clock_to_decide(notification, ON)
    assert clock is not None
    assert clock.due == date(2014, 7, 4)
    assert clock.given == f"The law's day is 19 June 2014. More time was given: {GIVEN['why']}"
    assert Line.objects.get(did="gave_more_time").why == GIVEN["why"]
    client.force_login(cast.national)
    seen = client.get(f"{ONE}tests/").content.decode()
    assert "from 19 June 2014 to 4 July 2014" in seen
    assert MORE not in seen


def test_more_time_is_taken_back_the_last_first_and_stays_readable(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    client.post(MORE, GIVEN)
    client.post(MORE, {**GIVEN, "now_due": "18 July 2014"})
    first, last = MoreTimeGiven.objects.all()
    with pytest.raises(Trouble, match="More time was given after this"):
        actions.take_back_more_time(by=cast.manager, given=first)

    client.post(f"{ONE}more-time/{last.pk}/undo/")

    clock = clock_to_decide(notification, ON)
    assert clock is not None
    assert clock.due == date(2014, 7, 4)
    assert "Taken back" in client.get(f"{ONE}tests/").content.decode()


def test_a_clock_that_ended_is_given_no_time_and_only_who_keeps_the_tests_gives_any(
    client: Client, cast: Cast
) -> None:
    notification = notified(cast)
    said = {"notification": notification, "clock": "decide", "why": "X", "now_due": date(2014, 7, 4)}
    for who, status in (("member", 403), ("national", 403), ("outsider", 404), ("manager", 200)):
        client.force_login(cast.people[who])
        assert client.get(MORE).status_code == status, who
    with pytest.raises(PermissionDenied):
        actions.give_more_time(by=cast.member, **said)
    answered(cast, notification, TESTS_FOR_REVIEW)
    decided(cast, notification)

    with pytest.raises(Trouble, match="does not run"):
        actions.give_more_time(by=cast.manager, **said)
    assert client.get(MORE).status_code == 404


def test_a_decision_shows_the_time_that_was_given_for_it(client: Client, cast: Cast) -> None:
    notification = notified(cast, "Child Elm")
    actions.give_more_time(
        by=cast.manager, notification=notification, clock="decide", now_due=date(2014, 7, 4), why="Late."
    )
    answered(cast, notification, TESTS_FOR_REVIEW)
    decided(cast, notification)
    client.force_login(cast.chair)

    page = client.get(f"{ONE}decision/").content.decode()

    assert "The law&#x27;s day is 19 June 2014. More time was given: Late." in page
