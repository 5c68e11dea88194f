"""A new person's one-time link: once, for two days, and no way round the second factor."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from candour.desk.actions import invite_person
from candour.desk.one_time_links import DAYS_OPEN, token_for
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PASSWORD = "three unlikely words"


@pytest.fixture
def newcomer(cast: Cast) -> Person:
    return invite_person(by=cast.administrator, organisation=cast.board, username="new", name="New Person")


def link(person: Person) -> str:
    return reverse("desk:join", args=[token_for(person)])


def test_a_link_sets_a_password_once_and_signs_in(client: Client, newcomer: Person) -> None:
    address = link(newcomer)
    assert "New Person" in client.get(address).content.decode()
    assert client.post(address, {"password": PASSWORD})["Location"] == "/"
    assert get_user(client) == newcomer  # type: ignore[arg-type]  # the client has a session too
    assert Line.objects.filter(did="chose_password", who="new").exists()

    again = Client().post(address, {"password": "another three words"})
    assert again.status_code == 404
    assert "This link has ended" in again.content.decode()
    newcomer.refresh_from_db()
    assert newcomer.check_password(PASSWORD)


@pytest.mark.parametrize(("days", "status"), [(DAYS_OPEN - 0.1, 200), (DAYS_OPEN + 0.1, 404)])
def test_a_link_ends_after_two_days(
    client: Client, newcomer: Person, monkeypatch: pytest.MonkeyPatch, days: float, status: int
) -> None:
    address, begun = link(newcomer), time.time()
    monkeypatch.setattr(time, "time", lambda: begun + days * 24 * 60 * 60)
    assert client.get(address).status_code == status


@pytest.mark.parametrize("password", ["short", "q1w2e3r4t5y6", "193746501938", "new person", ""])
def test_a_weak_password_is_not_taken(client: Client, newcomer: Person, password: str) -> None:
    assert client.post(link(newcomer), {"password": password}).status_code == 200
    newcomer.refresh_from_db()
    assert not newcomer.has_usable_password()


def test_a_link_is_nobody_elses_and_of_no_closed_account(client: Client, newcomer: Person) -> None:
    spoilt = link(newcomer)[:-3] + "xx/"
    assert client.get(spoilt).status_code == 404
    Person.objects.filter(pk=newcomer.pk).update(is_active=False)
    assert client.get(link(newcomer)).status_code == 404


def test_a_link_tells_nothing_of_the_password(cast: Cast) -> None:
    assert cast.lead.password[-12:] not in token_for(cast.lead)


def test_a_new_password_is_no_way_round_the_code(client: Client, cast: Cast) -> None:
    """Found by trying: whoever had the link was signed in without the authenticator."""
    TOTP.activate(cast.lead, "A" * 32)
    answer = client.post(link(cast.lead), {"password": PASSWORD})
    assert answer["Location"] == reverse("account_login")
    assert not get_user(client).is_authenticated  # type: ignore[arg-type]
