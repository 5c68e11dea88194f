"""Recording, changing and withdrawing what a board was told."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.audit.models import Line
from candour.stages.notify.actions import (
    amend_notification,
    notify,
    take_back_withdrawal,
    withdraw_notification,
)
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification, NotifiedChild
from candour.stages.notify.told import Told, ToldChild, told_in
from tests.cast import Cast
from tests.notified import decided, notified, to_be_reviewed

pytestmark = pytest.mark.django_db


def test_numbers_run_through_the_year_and_all_boards(cast: Cast) -> None:
    first = notified(cast)
    told = Told(title="Child Elm", notified_on=date(2014, 6, 2))
    second = notify(by=cast.outsider, board=cast.other_board, told=told, regime="eng.scr.wt2013")
    next_year = notified(cast, notified_on=date(2015, 1, 5))

    assert [first.written, second.written, next_year.written] == ["N/2014/001", "N/2014/002", "N/2015/001"]


def test_a_number_that_is_taken_is_refused(cast: Cast) -> None:
    told = Told(title="Child Elm", notified_on=date(2014, 6, 2))
    notify(by=cast.manager, board=cast.board, told=told, number="N/2014/022", regime="eng.scr.wt2013")

    with pytest.raises(Trouble, match="N/2014/022 already"):
        notify(by=cast.manager, board=cast.board, told=told, number="N/2014/022", regime="eng.scr.wt2013")


def test_the_law_is_the_one_in_force_on_the_day_it_was_notified(cast: Cast) -> None:
    assert notified(cast).regime == "eng.scr.wt2013"
    assert notified(cast, notified_on=date(2005, 6, 1), aware_on=None).regime == ""


def test_only_who_may_records_and_a_refusal_is_in_the_record(cast: Cast) -> None:
    with pytest.raises(PermissionDenied):
        notify(by=cast.chair, board=cast.board, told=Told(title="X", notified_on=date(2014, 6, 2)))

    assert not Notification.objects.exists()
    assert Line.objects.get().allowed is False


def test_whoever_saves_second_is_told(cast: Cast) -> None:
    notification = notified(cast)
    told = told_in(notification)
    amend_notification(by=cast.manager, notification=notification, told=told, version=1)

    with pytest.raises(Changed):
        amend_notification(by=cast.manager, notification=notification, told=told, version=1)


def test_a_child_no_longer_named_stays_visible_as_withdrawn(cast: Cast) -> None:
    notification = notified(cast, children=(ToldChild("Robin Invented"), ToldChild("Sam Invented")))
    told = Told(title="Child Alder", notified_on=date(2014, 5, 19), children=(ToldChild("Robin Invented"),))

    amend_notification(by=cast.manager, notification=notification, told=told, version=1)

    assert [child.name for child in told_in(notification).children] == ["Robin Invented"]
    assert NotifiedChild.objects.get(name="Sam Invented").withdrawn_by == "manager"


def test_a_withdrawn_notification_can_stand_again(cast: Cast) -> None:
    notification = notified(cast)
    withdraw_notification(by=cast.manager, notification=notification, why="Recorded twice.")
    assert notification.withdrawn_why == "Recorded twice."

    take_back_withdrawal(by=cast.manager, notification=notification)

    assert Notification.objects.get(pk=notification.pk).withdrawn_at is None
    assert Line.objects.get(did="withdrew_notification").why == "Recorded twice."


def test_what_was_decided_cannot_be_withdrawn(cast: Cast) -> None:
    decision = to_be_reviewed(cast)

    with pytest.raises(Trouble, match="was decided"):
        withdraw_notification(by=cast.manager, notification=decision.notification, why="Twice.")


def test_the_national_body_knows_of_a_notification_from_the_day_it_is_recorded(cast: Cast) -> None:
    notification = notified(cast)

    assert notification_at(cast.national, notification.in_address) == notification
    children = NotifiedChild.objects.visible_to(cast.national)
    assert [child.name for child in children] == ["Robin Invented"]


def test_a_decision_not_to_review_without_any_law_needs_reasons_only(cast: Cast) -> None:
    old = notified(cast, notified_on=date(2005, 6, 1), aware_on=None)

    decision = decided(cast, old, "no_review", decided_on=date(2005, 6, 28))

    # Where no pack holds the law, nobody is known to tell.
    assert (decision.tests_said, decision.told_national_on) == ("", None)
