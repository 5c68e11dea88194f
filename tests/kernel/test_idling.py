"""Whoever was signed out over a half-written form finds it filled again; nobody else does."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from candour.config import urls
from candour.kernel.people.models import Person
from candour.kernel.web.guard import public, signed_in
from candour.kernel.web.idling import MOST_KEPT, typed
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.kernel.test_idling")]
TYPED = {"words": "Half a sentence, and", "oldpassword": "one secret", "code": "123456"}


@signed_in
def a_form(request: HttpRequest) -> HttpResponse:
    """Says what it would be filled with."""
    found = typed(request)
    return HttpResponse(repr(None if found is None else found.dict()))


@public
def open_to_all(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.user))


urlpatterns = [*urls.urlpatterns, path("a-form/", a_form), path("other/", a_form), path("open/", open_to_all)]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets the idle time pass."""
    clock = time.time
    ahead = [0.0]
    monkeypatch.setattr(time, "time", lambda: clock() + ahead[0])

    def wait(seconds: float) -> None:
        ahead[0] += seconds

    return wait


def sign_in(client: Client, who: Person) -> None:
    answer = client.post("/account/sign-in/", {"login": who.username, "password": "a long password"})
    assert answer.status_code == 302


def filled(client: Client, address: str = "/a-form/") -> str:
    return client.get(address).content.decode()


@pytest.fixture
def timed_out(client: Client, cast: Cast, later: Any) -> Client:
    """The lead reviewer's browser after a form was sent too late."""
    sign_in(client, cast.lead)
    assert filled(client) == "None"
    later(settings.SESSION_IDLE_SECONDS + 1)
    answer = client.post("/a-form/", TYPED)
    assert answer["Location"] == "/account/sign-in/?next=/a-form/"
    return client


def test_what_was_typed_comes_back_once_after_signing_in_again(timed_out: Client, cast: Cast) -> None:
    sign_in(timed_out, cast.lead)
    assert filled(timed_out, "/other/") == "None", "only on the page it was written on"
    assert filled(timed_out) == repr({"words": TYPED["words"]}), "and never a password or a code"
    assert filled(timed_out) == "None"


def test_nobody_else_is_given_what_was_typed(timed_out: Client, cast: Cast) -> None:
    sign_in(timed_out, cast.judge)
    assert filled(timed_out) == "None"
    timed_out.post("/account/sign-out/")
    sign_in(timed_out, cast.lead)
    assert filled(timed_out) == "None", "once shown to be another's, it is gone"


def test_what_was_typed_lies_encrypted(timed_out: Client) -> None:
    kept = Session.objects.get(pk=timed_out.session.session_key).get_decoded()
    assert "kept_form" in kept
    assert "Half a sentence" not in str(kept)


def test_who_never_signed_in_leaves_nothing(client: Client, cast: Cast) -> None:
    client.post("/a-form/", TYPED)
    assert "kept_form" not in client.session


def test_reading_and_writing_keep_one_signed_in_and_idleness_does_not(
    client: Client, cast: Cast, later: Any
) -> None:
    sign_in(client, cast.lead)
    for _ in range(3):
        later(settings.SESSION_IDLE_SECONDS - 60)
        assert filled(client, "/open/") == "Lead"
    later(settings.SESSION_IDLE_SECONDS + 31)
    assert filled(client, "/open/") == "AnonymousUser"


def test_what_was_typed_stays_over_a_weekend() -> None:
    assert settings.SESSION_COOKIE_AGE >= 3 * 24 * 60 * 60


def test_more_than_a_person_types_is_not_kept(client: Client, cast: Cast, later: Any) -> None:
    sign_in(client, cast.lead)
    filled(client)
    later(settings.SESSION_IDLE_SECONDS + 1)
    client.post("/a-form/", {"words": "x" * MOST_KEPT})
    sign_in(client, cast.lead)
    assert filled(client) == "None"
