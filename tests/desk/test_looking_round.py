"""Looking round and the tour are there in a demonstration, and nowhere else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth import get_user
from django.test import Client

from candour.desk.cast import CAST
from candour.desk.tour import STOPS
from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(monkeypatch: pytest.MonkeyPatch, cast: Cast) -> None:
    monkeypatch.setattr(settings, "DEMONSTRATION", True)
    for username in {one.username for one in CAST} | {stop.seen_as for stop in STOPS}:
        if not Person.objects.filter(username=username).exists():
            Person.objects.create_user(username, name=username)


def signed_in_as(client: Client) -> str:
    return get_user(client).get_username()  # type: ignore[arg-type]  # the client has a session too


@pytest.mark.usefixtures("demonstration")
def test_a_real_installation_has_no_such_door(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMONSTRATION", False)
    for one in CAST:
        assert client.post(f"/look-round/{one.key}/").status_code == 404
    assert signed_in_as(client) == ""


def test_a_real_installation_has_no_tour_and_offers_none(client: Client, cast: Cast) -> None:
    for number in range(1, len(STOPS) + 1):
        assert client.get(f"/tour/{number}/").status_code == 404
    front = client.get("/").content.decode()
    assert "look-round" not in front
    assert "invented" not in front


@pytest.mark.usefixtures("demonstration")
def test_each_button_signs_in_one_of_the_cast(client: Client) -> None:
    front = client.get("/").content.decode()
    assert "Demonstration. Every person" in front
    for one in CAST:
        assert f"/look-round/{one.key}/" in front
        answer = client.post(f"/look-round/{one.key}/")
        assert (answer["Location"], signed_in_as(client)) == (one.begins, one.username)


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("onward", ["https://evil.invalid/", "//evil.invalid/", "/\\evil.invalid/"])
def test_a_button_leads_nowhere_else(client: Client, onward: str) -> None:
    assert client.post("/look-round/chair/", {"next": onward})["Location"] == "/decisions/"


@pytest.mark.usefixtures("demonstration")
def test_a_link_is_not_enough_to_be_signed_in(client: Client) -> None:
    assert client.get("/look-round/chair/").status_code == 405
    assert client.post("/look-round/administrator/").status_code == 404
    assert Client(enforce_csrf_checks=True).post("/look-round/chair/").status_code == 403


def session_of(client: Client) -> dict[str, object]:
    """All but the mark of when somebody was last there."""
    return {name: value for name, value in client.session.items() if name != "last_seen"}


@pytest.mark.usefixtures("demonstration")
@pytest.mark.parametrize("signed_in", [False, True])
def test_the_tour_never_changes_who_the_visitor_is(client: Client, signed_in: bool) -> None:
    if signed_in:
        client.post("/look-round/family/")
    before = session_of(client)
    for number in range(1, len(STOPS) + 1):
        # Without the world's rows a stop may have nothing to show; it may never ask to sign in.
        assert client.get(f"/tour/{number}/").status_code in {200, 403, 404}
        assert session_of(client) == before
