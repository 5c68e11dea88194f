"""Directions, own reviews, dissents and what was withdrawn go there and back, once, and only unchanged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.conf import settings

from candour.domain.rules import Power, load_regime
from candour.domain.trouble import Trouble
from candour.files.bundles import private_key_from
from candour.files.bundles.sealing import MANIFEST, SIGNATURE, packed
from candour.files.handovers import write_handover
from candour.files.zips import Archive
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.stages.decide.actions import (
    direct_review,
    dissent,
    hold_own_review,
    record_recommendation,
    reply_to_direction,
    take_back_direction,
    take_back_own_review,
    take_back_recommendation,
    take_back_reply_to_direction,
    withdraw_dissent,
)
from candour.stages.decide.models import Challenge, Decision, Direction, Dissent, Recommendation
from candour.stages.notify.actions import take_back_withdrawal, withdraw_notification
from candour.stages.notify.models import Notification
from candour.stages.oversee.actions import trust_key
from candour.stages.oversee.handing_over import answers_for, hand_over_of
from candour.stages.oversee.models import TrustedKey
from candour.stages.oversee.taking_in import Taken, take_in
from tests.cast import Cast, person, post
from tests.notified import TESTS_AGAINST, answered, decided, not_reviewed, notified

pytestmark = pytest.mark.django_db

AT = datetime(2014, 6, 5, 9, tzinfo=UTC)
SAID_ON, BY = date(2014, 6, 20), date(2014, 7, 18)
POWERS = tuple(
    Power(kind, "The body", f"The body may {kind}.", "An invented law", True)
    for kind in ("direct", "run_its_own")
)
Hand = Callable[[], Taken]


class Exchange:
    """One database stands for two installations: what Northmoor hands over is taken in as Eastmarsh's."""

    def __init__(self, cast: Cast, trusted: TrustedKey) -> None:
        self.cast, self.trusted, self.hours = cast, trusted, 0

    def file(self, of_board: bool) -> bytes:
        self.hours += 1
        at = AT + timedelta(hours=self.hours)
        contents = hand_over_of(self.cast.board, at) if of_board else answers_for(self.trusted, at)
        return write_handover(contents, private_key_from(settings.HOME.key("bundle-private.pem").encode()))

    def to_nation(self) -> Taken:
        return take_in(self.file(True), by=self.cast.national)

    def to_board(self) -> Taken:
        return take_in(self.file(False), by=self.cast.manager)


@pytest.fixture
def exchange(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Exchange:
    law = load_regime("eng.scr.wt2013")
    invented = replace(law, powers=(*law.powers, *POWERS))
    monkeypatch.setattr("candour.stages.decide.national_law.regime_of", lambda _: invented)
    public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    trust_key(by=cast.administrator, organisation=cast.nation, pem=public)
    board = {"organisation": cast.other_board, "known_as": cast.board.slug}
    return Exchange(cast, trust_key(by=cast.administrator, pem=public, **board))  # type: ignore[arg-type]


@pytest.fixture
def head(cast: Cast) -> Person:
    somebody = person("head")
    post(somebody, cast.nation, "national_lead")
    return somebody


@pytest.fixture
def came(cast: Cast, exchange: Exchange) -> Decision:
    """The decision as the national body has it."""
    not_reviewed(cast)
    exchange.to_nation()
    return Decision.objects.get(notification__board=cast.other_board)


def directed(head: Person, decision: Decision) -> Direction:
    words = "Two agencies held half of it each."
    return direct_review(by=head, decision=decision, words=words, made_on=SAID_ON, due_on=BY)


def test_a_direction_reaches_the_board_and_its_reply_comes_back(
    cast: Cast, head: Person, exchange: Exchange, came: Decision
) -> None:
    direction = directed(head, came)
    first, lines = exchange.to_board(), Line.objects.count()
    again = exchange.to_board()
    here = Direction.objects.get(decision__notification__board=cast.board)

    assert (first.added, again.added, again.changed) == ([f"direction:{direction.pk}"], [], [])
    assert list(Line.objects.filter(number__gt=lines).values_list("did", flat=True)) == ["took_in_file"]
    assert (here.words, here.made_on, here.due_on, here.law) == (direction.words, SAID_ON, BY, direction.law)
    assert here.decision.leads_to_review

    reply_to_direction(by=cast.manager, direction=here, words="We shall.", replied_on=date(2014, 6, 23))
    assert exchange.to_nation().changed == [came.notification.written.replace("002", "001")]
    direction.refresh_from_db()
    assert (direction.reply, direction.replied_on) == ("We shall.", date(2014, 6, 23))
    assert exchange.to_nation().changed == []


def test_a_reply_that_the_board_takes_back_is_taken_back_there(
    cast: Cast, head: Person, exchange: Exchange, came: Decision
) -> None:
    direction = directed(head, came)
    exchange.to_board()
    here = Direction.objects.get(decision__notification__board=cast.board)
    reply_to_direction(by=cast.manager, direction=here, words="We shall not.", replied_on=SAID_ON)
    exchange.to_nation()
    take_back_reply_to_direction(by=cast.manager, direction=here)

    assert exchange.to_nation().changed != []
    direction.refresh_from_db()
    assert (direction.reply, direction.replied_on) == ("", None)
    assert exchange.to_nation().changed == []


def test_a_direction_and_an_own_review_that_were_taken_back_are_taken_back_at_the_board(
    cast: Cast, head: Person, exchange: Exchange, came: Decision
) -> None:
    direction = directed(head, came)
    own = hold_own_review(by=head, decision=came, words="We look ourselves.", made_on=SAID_ON)
    assert len(exchange.to_board().added) == 2
    said = Challenge.objects.get(decision__notification__board=cast.board)
    assert (said.kind, said.words) == ("own_review", "We look ourselves.")

    take_back_direction(by=head, direction=direction)
    take_back_own_review(by=head, said=own)
    assert sorted(exchange.to_board().changed) == [f"challenge:{own.pk}", f"direction:{direction.pk}"]
    assert exchange.to_board().changed == []
    at_board = Decision.objects.get(notification__board=cast.board)
    assert not at_board.leads_to_review
    assert at_board.last_said is None


def test_what_was_said_and_taken_back_before_the_first_file_arrives_as_taken_back(
    cast: Cast, head: Person, exchange: Exchange, came: Decision
) -> None:
    take_back_direction(by=head, direction=directed(head, came))
    standing = directed(head, came)
    taken = exchange.to_board()

    assert not taken.left
    found = Direction.objects.filter(decision__notification__board=cast.board).order_by("pk")
    assert [one.taken_back_at is None for one in found] == [False, True]
    assert f"direction:{standing.pk}" in taken.added


def test_a_dissent_and_its_withdrawal_before_the_decision_arrive(cast: Cast, exchange: Exchange) -> None:
    own = notified(cast)
    answered(cast, own, TESTS_AGAINST)
    said = {"member": "Health member", "words": "It met the tests.", "dissented_on": date(2014, 6, 5)}
    written = dissent(by=cast.member, notification=own, **said)  # type: ignore[arg-type]
    exchange.to_nation()
    there = Dissent.objects.get(notification__board=cast.other_board)
    assert (there.member, there.words, there.withdrawn_at) == ("Health member", "It met the tests.", None)
    assert exchange.to_nation().changed == []

    withdraw_dissent(by=cast.member, written=written)
    decided(cast, own, "no_review", reasons="The agencies worked together.")
    later = exchange.to_nation()
    there.refresh_from_db()
    assert (len(later.changed), later.left) == (1, {})
    assert Decision.objects.filter(notification=there.notification).exists()
    assert there.withdrawn_at is not None
    assert exchange.to_nation().changed == []


def test_a_recommendation_and_a_withdrawn_notification_arrive_and_come_back(
    cast: Cast, exchange: Exchange
) -> None:
    own = notified(cast)
    answered(cast, own, {})
    group = {"group": "Sub-group", "outcome": "review", "made_on": date(2014, 6, 3), "votes_for": 4}
    advice = record_recommendation(by=cast.manager, notification=own, **group)  # type: ignore[arg-type]
    exchange.to_nation()
    there = Notification.objects.get(board=cast.other_board)
    assert Recommendation.objects.get(notification=there, withdrawn_at=None).votes_for == 4

    take_back_recommendation(by=cast.manager, recommendation=advice)
    exchange.to_nation()
    assert not Recommendation.objects.filter(notification=there, withdrawn_at=None).exists()
    withdraw_notification(by=cast.manager, notification=own, why="Made twice.")
    exchange.to_nation()
    there.refresh_from_db()
    assert there.withdrawn_why == "Made twice."
    assert exchange.to_nation().changed == []

    take_back_withdrawal(by=cast.manager, notification=own)
    assert len(exchange.to_nation().changed) == 1
    there.refresh_from_db()
    assert there.withdrawn_at is None


@pytest.mark.parametrize(("was", "now"), [(b"2014-07-18", b"2015-07-18"), (b"half of it", b"none of it")])
def test_a_direction_changed_on_the_way_is_refused_whole(
    cast: Cast, head: Person, exchange: Exchange, came: Decision, was: bytes, now: bytes
) -> None:
    directed(head, came)
    archive = Archive(exchange.file(False))
    changed = archive.read(MANIFEST).replace(was, now)
    assert changed != archive.read(MANIFEST)

    with pytest.raises(Trouble, match="changed"):
        take_in(packed([(MANIFEST, changed), (SIGNATURE, archive.read(SIGNATURE))]), by=cast.manager)
    assert not Direction.objects.filter(decision__notification__board=cast.board).exists()
