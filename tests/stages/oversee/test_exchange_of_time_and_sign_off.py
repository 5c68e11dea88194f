"""What a rapid review came to, its sign-off and more time given go over in the signed file, once."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from django.conf import settings

from candour.files.bundles import private_key_from
from candour.files.handovers import Notified, write_handover
from candour.files.handovers.plain import plain, value_from
from candour.kernel.audit.models import Line
from candour.stages.decide import actions
from candour.stages.decide.clocks import clock_to_decide
from candour.stages.decide.models import Decision, MoreTimeGiven, RapidReview
from candour.stages.notify.models import Notification
from candour.stages.oversee.actions import trust_key
from candour.stages.oversee.handing_over import hand_over_of
from candour.stages.oversee.taking_in import Taken, take_in
from tests.cast import AT, Cast
from tests.notified import TESTS_AGAINST, answered, decided, notified

pytestmark = pytest.mark.django_db
FRI, LATER = date(2014, 5, 23), date(2014, 7, 4)


class Exchange:
    """One database stands for two installations: what Northmoor hands over is taken in as Eastmarsh's."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.hours = cast, 0
        public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
        trust_key(by=cast.administrator, organisation=cast.nation, pem=public)
        trust_key(by=cast.administrator, organisation=cast.other_board, pem=public, known_as=cast.board.slug)

    def __call__(self) -> Taken:
        self.hours += 1
        contents = hand_over_of(self.cast.board, AT + timedelta(hours=self.hours))
        private = private_key_from(settings.HOME.key("bundle-private.pem").encode())
        taken = take_in(write_handover(contents, private), by=self.cast.national)
        assert not taken.left
        return taken

    def nothing_is_done(self) -> bool:
        """The same again leaves no line but its own."""
        before = Line.objects.count()
        taken = self()
        done = Line.objects.filter(number__gt=before).values_list("did", flat=True)
        return taken.changed == taken.added == [] and list(done) == ["took_in_file"]

    @property
    def here(self) -> Notification:
        return Notification.objects.get(board=self.cast.other_board)


@pytest.fixture
def exchange(cast: Cast) -> Exchange:
    return Exchange(cast)


def concluded(cast: Cast, own: Notification, reason: str = "Two summaries differ.") -> RapidReview:
    return actions.conclude_rapid_review(
        by=cast.manager,
        notification=own,
        next_step="no_review",
        reason=reason,
        improve="Earlier calls.",
        concluded_on=FRI,
    )


def more_time(cast: Cast, own: Notification) -> MoreTimeGiven:
    return actions.give_more_time(
        by=cast.manager, notification=own, clock="decide", now_due=LATER, why="Two are late."
    )


def came(exchange: Exchange) -> list[tuple[object, ...]]:
    rows = RapidReview.objects.filter(notification=exchange.here, withdrawn_at=None)
    return list(rows.values_list("next_step", "reason", "improve", "concluded_on", "signed_off_on"))


def test_all_of_a_decided_case_arrives_in_one_file_and_once(cast: Cast, exchange: Exchange) -> None:
    own = notified(cast)
    more_time(cast, own)
    answered(cast, own, TESTS_AGAINST)
    actions.sign_off_rapid_review(by=cast.chair, concluded=concluded(cast, own), signed_off_on=FRI)
    decided(cast, own, outcome="no_review")
    exchange()

    assert Decision.objects.filter(stands_for=exchange.here).exists()
    assert came(exchange) == [("no_review", "Two summaries differ.", "Earlier calls.", FRI, FRI)]
    given = MoreTimeGiven.objects.get(notification=exchange.here)
    assert (given.clock, given.now_due, given.why) == ("decide", LATER, "Two are late.")
    assert exchange.nothing_is_done()


def test_what_is_done_later_follows_file_by_file(cast: Cast, exchange: Exchange) -> None:
    own = notified(cast)
    exchange()
    given, first = more_time(cast, own), concluded(cast, own)
    exchange()
    clock = clock_to_decide(exchange.here, FRI)
    assert clock is not None
    assert clock.due == LATER
    assert came(exchange)[0][-1] is None

    actions.sign_off_rapid_review(by=cast.chair, concluded=first, signed_off_on=FRI)
    exchange()
    assert came(exchange)[0][-1] == FRI
    actions.take_back_sign_off(by=cast.chair, concluded=first)
    concluded(cast, own, "The third summary came.")
    actions.take_back_more_time(by=cast.manager, given=given)
    exchange()
    assert came(exchange) == [("no_review", "The third summary came.", "Earlier calls.", FRI, None)]
    assert MoreTimeGiven.objects.get(notification=exchange.here).withdrawn_at is not None
    assert exchange.nothing_is_done()

    again = RapidReview.objects.get(notification=own, withdrawn_at=None)
    actions.take_back_rapid_review(by=cast.manager, concluded=again)
    exchange()
    assert came(exchange) == []


def test_a_sign_off_after_the_decision_follows_too(cast: Cast, exchange: Exchange) -> None:
    own = notified(cast)
    answered(cast, own, TESTS_AGAINST)
    one = concluded(cast, own)
    decided(cast, own, outcome="no_review")
    exchange()
    actions.sign_off_rapid_review(by=cast.chair, concluded=one, signed_off_on=FRI)
    exchange()
    assert came(exchange)[0][-1] == FRI


def test_a_file_from_before_says_nothing_of_them_and_what_comes_too_late_is_left(
    cast: Cast, exchange: Exchange, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = notified(cast)
    more_time(cast, own)
    answered(cast, own, TESTS_AGAINST)
    concluded(cast, own)
    decided(cast, own, outcome="no_review")
    contents = hand_over_of(cast.board, AT)
    listed = plain(contents.notifications[0])
    without = {name: one for name, one in listed.items() if name not in {"rapid", "more_time"}}
    read = value_from(Notified, json.loads(json.dumps(without)))
    assert (read.rapid, read.more_time) == (None, ())

    monkeypatch.setattr("candour.stages.oversee.handing_over._rapid", lambda _: None)
    exchange()
    monkeypatch.undo()
    exchange()  # the whole of it comes, and nothing of the case is left out for it
    assert came(exchange) == []
