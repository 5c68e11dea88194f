"""Each message goes out once; one that cannot says why on its row, and holds up no other."""

from __future__ import annotations

from datetime import date, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from candour.kernel.audit.models import Line
from candour.kernel.outbox.models import CLAIM_LASTS, Message, Says
from candour.kernel.outbox.sending import send_what_waits
from candour.kernel.outbox.writing import nothing_waits, write_to
from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db

TODAY = date(2014, 6, 10)
SEND = EmailMessage.send


@pytest.fixture
def written(cast: Cast, settings: Any) -> list[Person]:
    settings.SENDS_MAIL, settings.DEMONSTRATION = True, False
    people = [cast.author, cast.manager, cast.lead]
    for one in people:
        one.email = f"{one.username}@example.org"
        one.save()
    write_to(people, Says.WAITS, day=TODAY, by="chair", about=cast.review)
    return people


def test_one_refused_address_stops_nobody_else(
    client: Client, cast: Cast, written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses_one(self: EmailMessage, fail_silently: bool = False) -> int:
        if self.to == ["manager@example.org"]:
            raise SMTPRecipientsRefused({"manager@example.org": (450, b"no such user")})
        return SEND(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", refuses_one)
    out = send_what_waits()

    assert [one.to for one in mail.outbox] == [["author@example.org"], ["lead@example.org"]]
    assert (out.sent, out.waiting) == (2, 1)
    words = "The mail server does not take this address: 450 no such user"
    assert Message.objects.get(person=cast.manager).refused_why == words
    client.force_login(cast.manager)
    assert words in client.get("/outbox/").content.decode()

    monkeypatch.undo()
    assert send_what_waits().sent == 1
    assert Message.objects.get(person=cast.manager).refused_why == ""


def test_two_runs_at_once_send_each_message_once(
    written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def sends_while_another_run_begins(self: EmailMessage, fail_silently: bool = False) -> int:
        monkeypatch.setattr(EmailMessage, "send", SEND)
        send_what_waits(by="another run")
        return SEND(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", sends_while_another_run_begins)
    send_what_waits()

    assert sorted(one.to[0] for one in mail.outbox) == sorted(one.email for one in written)
    assert not Message.objects.waiting().exists()


def test_what_a_run_that_died_had_claimed_is_sent_by_a_later_one(written: list[Person]) -> None:
    now = timezone.now()
    Message.objects.update(claimed_at=now, claimed_by="a run that died")
    assert send_what_waits().sent == 0
    Message.objects.update(claimed_at=now - CLAIM_LASTS - timedelta(seconds=1))
    assert send_what_waits().sent == 3


def test_where_the_mail_server_cannot_be_reached_all_wait(
    written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(self: Any) -> None:
        raise ConnectionRefusedError("Connection refused")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.open", unreachable)
    out = send_what_waits()

    assert (out.sent, out.waiting) == (0, 3)
    assert "cannot be reached" in out.why
    assert not Message.objects.exclude(claimed_at=None, refused_at=None).exists()


def test_nobody_is_written_to_about_what_waits_no_more(cast: Cast, written: list[Person]) -> None:
    write_to([cast.author], Says.WAITS, day=TODAY, by="chair", about=cast.other_review)
    assert nothing_waits(cast.review, by="chair") == 3
    assert send_what_waits().sent == 1

    assert write_to(written, Says.WAITS, day=TODAY, by="chair", about=cast.review) == 3
    assert write_to(written, Says.WAITS, day=TODAY, by="chair", about=cast.review) == 0


def test_who_turned_messages_off_meanwhile_is_not_written_to(cast: Cast, written: list[Person]) -> None:
    Person.objects.filter(pk=cast.lead.pk).update(email="")

    assert send_what_waits().sent == 2
    assert "no address" in Message.objects.get(person=cast.lead).refused_why


def refuse_the_manager(error: Exception, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every address that was tried, in order."""
    tried: list[str] = []

    def refuses(self: EmailMessage, fail_silently: bool = False) -> int:
        tried.append(self.to[0])
        if self.to == ["manager@example.org"]:
            raise error
        return SEND(self, fail_silently)

    monkeypatch.setattr(EmailMessage, "send", refuses)
    return tried


NO_SUCH = SMTPRecipientsRefused({"manager@example.org": (550, b"no such user")})


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (NO_SUCH, 1),
        (SMTPDataError(554, b"not wanted"), 1),
        (SMTPDataError(451, b"later"), 2),
        (SMTPRecipientsRefused({"manager@example.org": (450, b"mailbox busy")}), 2),
        (SMTPSenderRefused(553, b"not your name", "candour@example.org"), 2),
        (ConnectionResetError("gone"), 2),
    ],
    ids=lambda one: str(one)[:30],
)
def test_only_what_is_refused_for_good_is_not_tried_again(
    written: list[Person], monkeypatch: pytest.MonkeyPatch, error: Exception, tries: int
) -> None:
    tried = refuse_the_manager(error, monkeypatch)
    first, second = send_what_waits(), send_what_waits()
    assert tried.count("manager@example.org") == tries
    given_up = tries == 1
    assert (first.given_up, second.given_up, second.waiting) == (given_up, 0, not given_up)


def test_what_was_given_up_says_so_and_goes_out_once_somebody_has_it_tried_again(
    client: Client, cast: Cast, written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_the_manager(NO_SUCH, monkeypatch)
    send_what_waits()
    monkeypatch.undo()
    row = Message.objects.get(person=cast.manager)
    again = f"/outbox/{row.pk}/again/"
    client.force_login(cast.lead)
    assert client.post(again).status_code == 404
    client.force_login(cast.manager)
    page = client.get("/outbox/").content.decode()
    assert "Given up" in page
    assert "550 no such user" in page
    assert "Put your address right" in page
    assert again in page

    mail.outbox.clear()
    assert send_what_waits().sent == 0
    assert client.post(again).status_code == 302
    assert send_what_waits().sent == 1
    assert [one.to for one in mail.outbox] == [["manager@example.org"]]
    assert Line.objects.get(did="tried_message_again").who == "manager"
    assert client.post(again).status_code == 400  # it is not given up any more


def test_an_administrator_has_somebody_elses_message_tried_again(
    client: Client, cast: Cast, written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_the_manager(NO_SUCH, monkeypatch)
    send_what_waits()
    monkeypatch.undo()
    client.force_login(cast.administrator)
    row = Message.objects.get(person=cast.manager)
    assert client.post(f"/outbox/{row.pk}/again/").status_code == 302
    assert send_what_waits().sent == 1


def test_what_was_given_up_is_not_needed_once_nothing_waits(
    cast: Cast, written: list[Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_the_manager(NO_SUCH, monkeypatch)
    send_what_waits()
    assert nothing_waits(cast.review, by="chair") == 1
    assert Message.objects.get(person=cast.manager).withdrawn_by == "chair"
