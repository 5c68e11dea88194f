"""A board's file reaches the national body, once and whole; what it answers reaches the board."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.files.bundles import new_keys, private_key_from
from candour.files.bundles.sealing import MANIFEST, SIGNATURE, packed
from candour.files.handovers import HandOver, Replied, read_handover, write_handover
from candour.files.zips import Archive
from candour.kernel.audit.models import Line
from candour.stages.decide.actions import challenge, reopen_decision, reply_to_challenge, take_back_decision
from candour.stages.decide.models import Challenge, Decision
from candour.stages.notify.actions import amend_notification
from candour.stages.notify.models import Amendment, Notification
from candour.stages.notify.told import told_in
from candour.stages.oversee.actions import trust_key
from candour.stages.oversee.handing_over import answers_for, hand_over_of
from candour.stages.oversee.models import TrustedKey
from candour.stages.oversee.taking_in import take_in
from tests.cast import Cast
from tests.notified import TESTS_FOR_REVIEW, answered, decided, not_reviewed

pytestmark = pytest.mark.django_db
AT = datetime(2014, 6, 5, 9, tzinfo=UTC)


@pytest.fixture
def trusted(cast: Cast) -> TrustedKey:
    """One database stands for two installations: what Northmoor hands over is taken in as Eastmarsh's."""
    public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    trust_key(by=cast.administrator, organisation=cast.nation, pem=public)
    return trust_key(
        by=cast.administrator, organisation=cast.other_board, pem=public, known_as=cast.board.slug
    )


def _private() -> Ed25519PrivateKey:
    return private_key_from(settings.HOME.key("bundle-private.pem").encode())


def _handed(cast: Cast, hours: int = 0) -> bytes:
    return write_handover(hand_over_of(cast.board, AT + timedelta(hours=hours)), _private())


def _answered(trusted: TrustedKey, hours: int = 0) -> bytes:
    return write_handover(answers_for(trusted, AT + timedelta(hours=hours)), _private())


def test_a_decision_arrives_as_it_was_made(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast)
    taken = take_in(_handed(cast), by=cast.national)

    came = Decision.objects.get(notification__board=cast.other_board)
    assert taken.added == [own.notification.written]
    assert not taken.left
    assert (came.outcome, came.reasons, came.decided_on, came.tests_said, came.test_reasons) == (
        own.outcome,
        own.reasons,
        own.decided_on,
        own.tests_said,
        own.test_reasons,
    )
    assert told_in(came.notification) == told_in(own.notification)
    assert came.decided_by == trusted.hand.username
    assert Line.objects.filter(did="decided", why__contains=f"sha256:{taken.sha256}").count() == 1


def test_the_same_file_twice_changes_nothing(cast: Cast, trusted: TrustedKey) -> None:
    not_reviewed(cast)
    content = _handed(cast)
    take_in(content, by=cast.national)
    lines = Line.objects.count()
    again = take_in(content, by=cast.national)

    assert (again.added, again.changed, len(again.same)) == ([], [], 1)
    assert Notification.objects.filter(board=cast.other_board).count() == 1
    assert list(Line.objects.filter(number__gt=lines).values_list("did", flat=True)) == ["took_in_file"]


def test_what_the_board_puts_right_arrives_as_an_amendment(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast).notification
    take_in(_handed(cast), by=cast.national)
    told = replace(told_in(own), harm="A broken arm.")
    amend_notification(by=cast.manager, notification=own, told=told, version=own.version)
    later = take_in(_handed(cast, 1), by=cast.national)

    changed = Amendment.objects.get(notification__board=cast.other_board).changed
    assert later.changed == [own.written]
    assert changed == [{"what": "What the harm is", "was": "", "now": "A broken arm."}]


def test_a_question_reaches_the_board_and_the_reply_comes_back(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast)
    take_in(_handed(cast), by=cast.national)
    came = Decision.objects.get(notification__board=cast.other_board)
    asked = challenge(
        by=cast.national, decision=came, kind="question", words="Why?", made_on=date(2014, 6, 6)
    )
    answers = _answered(trusted, 1)
    assert take_in(answers, by=cast.manager).added == [f"challenge:{asked.pk}"]
    assert take_in(answers, by=cast.manager).same == [f"challenge:{asked.pk}"]
    here = Challenge.objects.get(decision=own)
    reply_to_challenge(by=cast.manager, said=here, words="Because.", replied_on=date(2014, 6, 9))
    take_in(_handed(cast, 2), by=cast.national)

    asked.refresh_from_db()
    assert (here.words, asked.reply, asked.replied_on) == ("Why?", "Because.", date(2014, 6, 9))
    assert take_in(_handed(cast, 3), by=cast.national).changed == []


def _changed_byte(content: bytes) -> bytes:
    archive = Archive(content)
    manifest = archive.read(MANIFEST).replace(b"Child Alder", b"Child Elder")
    return packed([(MANIFEST, manifest), (SIGNATURE, archive.read(SIGNATURE))])


def _another_key(content: bytes) -> bytes:
    contents, _ = read_handover(content, [_private().public_key()])
    return write_handover(contents, private_key_from(new_keys()[0]))


def _another_board(content: bytes) -> bytes:
    contents, _ = read_handover(content, [_private().public_key()])
    assert isinstance(contents, HandOver)
    return write_handover(replace(contents, board="elsewhere"), _private())


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        (_changed_byte, "changed"),
        (_another_key, "not signed with a key that is trusted"),
        (_another_board, "speaks for elsewhere"),
        (lambda content: content[: len(content) // 2], "The file"),
        (lambda content: b"", "not a zip file"),
    ],
)
def test_a_file_that_is_not_the_boards_own_is_refused_whole(
    cast: Cast, trusted: TrustedKey, spoilt: object, says: str
) -> None:
    not_reviewed(cast)
    content = spoilt(_handed(cast))  # type: ignore[operator]  # each of them spoils bytes
    lines = Line.objects.count()

    with pytest.raises(Trouble, match=says):
        take_in(content, by=cast.national)
    assert not Notification.objects.filter(board=cast.other_board).exists()
    assert Line.objects.count() == lines


def test_an_earlier_file_is_not_taken_in_after_a_later_one(cast: Cast, trusted: TrustedKey) -> None:
    not_reviewed(cast)
    take_in(_handed(cast, 1), by=cast.national)
    with pytest.raises(Trouble, match="A later file"):
        take_in(_handed(cast), by=cast.national)


def test_nobody_takes_a_file_in_without_the_power(cast: Cast, trusted: TrustedKey) -> None:
    not_reviewed(cast)
    with pytest.raises(PermissionDenied):
        take_in(_handed(cast), by=cast.member)

    assert not Notification.objects.filter(board=cast.other_board).exists()
    assert Line.objects.filter(did="took_in_file", who=cast.member.username, allowed=False).exists()


def _with(contents: HandOver, **said: object) -> bytes:
    """The first notification told otherwise, and signed by the board all the same."""
    first = replace(contents.notifications[0], **said)  # type: ignore[arg-type]  # tests name the fields
    return write_handover(replace(contents, notifications=(first, *contents.notifications[1:])), _private())


def test_what_does_not_fit_is_left_whole_and_the_rest_is_taken_in(cast: Cast, trusted: TrustedKey) -> None:
    spoilt, sound = not_reviewed(cast).notification.written, not_reviewed(cast).notification.written
    after = _with(hand_over_of(cast.board, AT), aware_on=date(2014, 5, 20))
    taken = take_in(after, by=cast.national)

    assert (taken.added, list(taken.left)) == ([sound], [spoilt])
    assert Notification.objects.filter(board=cast.other_board).count() == 1
    assert take_in(_handed(cast, 1), by=cast.national).added == [spoilt]


def test_a_reply_to_another_boards_question_is_left(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast)
    asked = challenge(by=cast.national, decision=own, kind="question", words="Why?", made_on=date(2014, 6, 6))
    contents = hand_over_of(cast.board, AT)
    reply = Replied(f"challenge:{asked.pk}", "Never mind.", date(2014, 6, 7))
    said = replace(contents.notifications[0].decisions[0], replies=(reply,))
    taken = take_in(_with(contents, decisions=(said,)), by=cast.national)

    asked.refresh_from_db()
    assert (asked.reply, taken.added) == ("", [])
    assert list(taken.left) == [own.notification.written]


def test_a_decision_taken_back_at_the_board_is_taken_back_here(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast)
    take_in(_handed(cast), by=cast.national)
    take_back_decision(by=cast.chair, decision=own)
    take_in(_handed(cast, 1), by=cast.national)

    assert not Decision.objects.filter(notification__board=cast.other_board).exists()
    again = decided(cast, own.notification, "no_review", reasons="On other grounds.")
    assert take_in(_handed(cast, 2), by=cast.national).changed == [own.notification.written]
    assert Decision.objects.get(notification__board=cast.other_board).reasons == again.reasons


def test_a_decision_reopened_there_is_reopened_here(cast: Cast, trusted: TrustedKey) -> None:
    own = not_reviewed(cast)
    reopen_decision(by=cast.chair, decision=own, why="A new account came.", reopened_on=date(2014, 6, 9))
    answered(cast, own.notification, TESTS_FOR_REVIEW)
    decided(cast, own.notification, decided_on=date(2014, 6, 10))
    taken = take_in(_handed(cast), by=cast.national)

    came = Decision.objects.filter(notification__board=cast.other_board).order_by("pk")
    assert not taken.left
    assert [(one.outcome, one.reopened_why) for one in came] == [
        ("no_review", "A new account came."),
        ("review", ""),
    ]
