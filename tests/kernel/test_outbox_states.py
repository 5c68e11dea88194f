"""A message in the outbox: each way that is drawn is taken, and every other leaves it where it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core.mail import EmailMessage

from candour.desk.actions import try_message_again
from candour.desk.states import MOVES, NOTHING
from candour.domain.trouble import Trouble
from candour.kernel.outbox.models import Message, Says
from candour.kernel.outbox.sending import send_what_waits
from candour.kernel.outbox.writing import nothing_waits, write_to
from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db

(WAYS,) = [one.ways for one in MOVES if one.title == "A message in the outbox"]
STATES = sorted({one for start, _, end in WAYS for one in (start, end)})
REFUSED, GIVEN_UP = "not sent, with the reason", "given up"
CODES = {REFUSED: 450, GIVEN_UP: 550}
ROADS = {
    "waits": ["waits"],
    "sent": ["waits", "sent"],
    REFUSED: ["waits", REFUSED],
    GIVEN_UP: ["waits", GIVEN_UP],
    "not needed": ["waits", "not needed"],
}


def state_of(message: Message | None) -> str:
    if message is None:
        return NOTHING
    if message.withdrawn_at is not None:
        return "not needed"
    if message.sent_at is not None:
        return "sent"
    if message.given_up_at is not None:
        return GIVEN_UP
    return REFUSED if message.refused_at is not None else "waits"


class Walk:
    def __init__(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cast, self.patch, self.send = cast, monkeypatch, EmailMessage.send

    @property
    def message(self) -> Message | None:
        return Message.objects.filter(person=self.cast.manager).order_by("pk").first()

    def act(self, action: str, end: str) -> None:
        doing: dict[str, Callable[[], Any]] = {
            "write_to": lambda: write_to(
                [self.cast.manager], Says.WAITS, day=date(2014, 6, 10), by="chair", about=self.cast.review
            ),
            "send_what_waits": lambda: self._send(end),
            "nothing_waits": lambda: nothing_waits(self.cast.review, by="chair"),
            "try_message_again": lambda: try_message_again(by=self.cast.manager, message=self._there()),
        }
        doing[action]()

    def brought_to(self, state: str) -> None:
        before = NOTHING
        for step in ROADS.get(state, []):
            (action,) = [one for start, one, end in WAYS if (start, end) == (before, step)]
            self.act(action, step)
            before = step
        assert state_of(self.message) == state

    def _send(self, end: str) -> None:
        send = self.send

        def answers(self: EmailMessage, fail_silently: bool = False) -> int:
            if end in CODES:
                raise SMTPRecipientsRefused({self.to[0]: (CODES[end], b"no")})
            return send(self, fail_silently)

        self.patch.setattr(EmailMessage, "send", answers)
        send_what_waits()

    def _there(self) -> Message:
        if self.message is None:
            raise Trouble("There is no message.", do="Write one.")
        return self.message


@pytest.fixture
def walk(cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Walk:
    settings.SENDS_MAIL, settings.DEMONSTRATION = True, False
    Person.objects.filter(pk=cast.manager.pk).update(email="manager@example.org")
    cast.manager.refresh_from_db()
    return Walk(cast, monkeypatch)


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(walk: Walk, start: str, action: str, end: str) -> None:
    walk.brought_to(start)
    walk.act(action, end)
    assert state_of(walk.message) == end


OTHERS = sorted({(start, way[1]) for start in STATES for way in WAYS} - {way[:2] for way in WAYS})


@pytest.mark.slow
@pytest.mark.parametrize(("start", "action"), OTHERS)
def test_every_other_way_changes_nothing(walk: Walk, start: str, action: str) -> None:
    """Of what is not needed, another may be written: it is a message of its own."""
    walk.brought_to(start)
    with suppress(Trouble):
        walk.act(action, "sent")
    assert state_of(walk.message) == start
