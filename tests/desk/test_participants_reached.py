"""Family and practitioners who agreed to take part are told that something waits, once, and never what."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail

from candour.desk.actions import change_messages
from candour.desk.reminding import remind_everybody
from candour.kernel.outbox.models import Message
from candour.kernel.outbox.sending import send_what_waits
from candour.stages.analysis.actions import (
    share_account,
    take_back_account,
    write_account,
    write_why_then,
)
from candour.stages.commission.actions import add_participant, note_reply, withdraw_participant
from candour.stages.commission.models import Participant
from tests.cast import Cast
from tests.stages.analysis.worked import episode

pytestmark = pytest.mark.django_db
TODAY = date(2014, 9, 1)


@pytest.fixture
def nurse(cast: Cast, settings: Any) -> Participant:
    """A practitioner with an account here and an address, with whom an account of what happened is shared."""
    settings.TODAY, settings.SENDS_MAIL, settings.DEMONSTRATION = TODAY, True, False
    change_messages(by=cast.practitioner, email="nurse@example.org", wanted=True)
    shared = episode(cast)
    write_account(by=cast.lead, episode=shared, words="What happened.")
    write_why_then(by=cast.lead, episode=shared, words="Why.")
    share_account(by=cast.lead, episode=shared)
    return add_participant(
        by=cast.manager, review=cast.review, side="practitioner", called="Nurse", person=cast.practitioner
    )


def agrees(cast: Cast, who: Participant, reply: str = "yes") -> None:
    note_reply(by=cast.manager, participant=who, reply=reply, asked_on=TODAY, replied_on=TODAY)


def told() -> list[str]:
    return list(Message.objects.waiting().values_list("person__username", flat=True))


def test_who_agreed_is_told_once_that_something_waits(cast: Cast, nurse: Participant) -> None:
    agrees(cast, nurse)
    assert remind_everybody(TODAY) == 1
    assert send_what_waits().sent == 1
    (sent,) = mail.outbox
    assert sent.to == ["nurse@example.org"]
    words = f"{sent.subject} {sent.body}".lower()
    assert not [one for one in ("wren", "account “", "nurse", "what happened", "check") if one in words]
    assert remind_everybody(TODAY) == 0
    assert remind_everybody(TODAY + timedelta(8)) == 0  # the same thing, and no other


@pytest.mark.parametrize("reply", ["waiting", "no", "not_now"])
def test_who_did_not_agree_is_not_written_to(cast: Cast, nurse: Participant, reply: str) -> None:
    agrees(cast, nurse, reply)
    assert remind_everybody(TODAY) == 0


def test_who_wants_no_messages_or_takes_part_no_more_is_not_written_to(
    cast: Cast, nurse: Participant
) -> None:
    agrees(cast, nurse)
    change_messages(by=cast.practitioner, email="nurse@example.org", wanted=False)
    assert remind_everybody(TODAY) == 0
    change_messages(by=cast.practitioner, email="nurse@example.org", wanted=True)
    withdraw_participant(by=cast.manager, participant=nurse, why="She moved away.")
    assert remind_everybody(TODAY) == 0


def test_what_waits_no_more_is_not_sent_and_what_waits_anew_is(cast: Cast, nurse: Participant) -> None:
    agrees(cast, nurse)
    remind_everybody(TODAY)
    assert told() == ["practitioner"]
    (shared,) = cast.review.episodes.all()  # type: ignore[attr-defined]  # a related name
    take_back_account(by=cast.lead, episode=shared)
    assert remind_everybody(TODAY) == 0
    assert told() == []
    shared.refresh_from_db()
    share_account(by=cast.lead, episode=shared)
    assert remind_everybody(TODAY) == 1
