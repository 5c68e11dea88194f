"""Signing in: by invitation, with a second factor that no database dump gives away, and not by guessing."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PASSWORD = "a long password"


@pytest.fixture(autouse=True)
def attempts_begin_anew() -> None:
    cache.clear()


def sign_in(client: Client, username: str = "lead", password: str = PASSWORD, **more: str):
    return client.post(reverse("account_login"), {"login": username, "password": password, **more})


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def code_for(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_a_name_and_a_password_sign_in(client: Client, cast: Cast) -> None:
    page = client.get(reverse("account_login"))
    assert "Sign in" in page.content.decode()
    answer = sign_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/tasks/")
    assert signed_in_as(client) == str(cast.lead.pk)


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(client: Client, cast: Cast) -> None:
    wrong, unknown = sign_in(client, password="wrong"), sign_in(client, username="nobody-at-all")
    for answer in (wrong, unknown):
        assert answer.status_code == 200
        assert answer.context["form"].errors == wrong.context["form"].errors
    assert signed_in_as(client) is None


def test_an_account_that_was_closed_does_not_sign_in(client: Client, cast: Cast) -> None:
    Person.objects.filter(pk=cast.lead.pk).update(is_active=False)
    sign_in(client)
    assert signed_in_as(client) is None


def test_after_eight_wrong_passwords_even_the_right_one_waits(client: Client, cast: Cast) -> None:
    for _ in range(settings.AXES_FAILURE_LIMIT):
        answer = sign_in(client, password="wrong")
    assert answer.status_code == 429
    assert "Too many wrong passwords" in answer.content.decode()

    sign_in(client)
    assert signed_in_as(client) is None
    sign_in(client, username="judge")
    assert signed_in_as(client) == str(cast.judge.pk), "others sign in meanwhile"


def test_nobody_signs_up(client: Client, cast: Cast) -> None:
    people = Person.objects.count()
    asked = {"username": "mallory", "password1": PASSWORD, "password2": PASSWORD}
    for answer in (client.get("/account/no-sign-up/"), client.post("/account/no-sign-up/", asked)):
        assert "Accounts are given" in answer.content.decode()
    assert Person.objects.count() == people


@pytest.mark.parametrize("onward", ["https://evil.invalid/", "//evil.invalid/", "javascript:alert(1)"])
def test_signing_in_and_out_leads_nowhere_else(client: Client, cast: Cast, onward: str) -> None:
    assert sign_in(client, next=onward)["Location"] == "/tasks/"
    assert client.post(reverse("account_logout"), {"next": onward})["Location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(client: Client, cast: Cast) -> None:
    asked = client.get("/reviews/?order=year")
    assert asked["Location"] == "/account/sign-in/?next=/reviews/%3Forder%3Dyear"
    assert sign_in(client, next="/reviews/?order=year")["Location"] == "/reviews/?order=year"


def test_an_authenticator_is_asked_for_and_its_secret_lies_encrypted(client: Client, cast: Cast) -> None:
    sign_in(client)
    asked = client.get(reverse("mfa_activate_totp"))
    assert "Say again that it is you" in client.get(asked["Location"]).content.decode()
    page = client.post(asked["Location"], {"password": PASSWORD}, follow=True)
    secret = page.context["form"].secret
    assert secret in page.content.decode()
    assert client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)}).status_code == 302

    rows = Authenticator.objects.filter(user=cast.lead)
    assert {row.type for row in rows} == {"totp", "recovery_codes"}
    for row in rows:
        kept = str(row.data)
        assert secret not in kept
        assert all(code not in kept for code in getattr(row.wrap(), "get_unused_codes", list)())
    codes = client.get(reverse("mfa_view_recovery_codes")).content.decode()
    spare = rows.get(type="recovery_codes").wrap().get_unused_codes()
    assert all(code in codes for code in spare)

    client.post(reverse("account_logout"))
    assert sign_in(client)["Location"] == reverse("mfa_authenticate")
    assert signed_in_as(client) is None, "a password alone is no longer enough"
    assert client.post(reverse("mfa_authenticate"), {"code": "000000"}).status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": spare[0]}).status_code == 302
    assert signed_in_as(client) == str(cast.lead.pk)


@pytest.mark.parametrize(
    "name",
    ["mfa_index", "account_change_password", "account_reauthenticate", "mfa_generate_recovery_codes"],
)
def test_the_pages_of_ones_own_account_are_there(client: Client, cast: Cast, name: str) -> None:
    asked = client.get(reverse(name))
    assert asked["Location"].startswith("/account/sign-in/")
    sign_in(client)
    assert client.get(reverse(name), follow=True).status_code == 200


def test_what_happens_at_the_door_leaves_a_line(client: Client, cast: Cast) -> None:
    sign_in(client, password="wrong")
    sign_in(client)
    told = {"oldpassword": PASSWORD, "password1": "three unlike words", "password2": "three unlike words"}
    client.post(reverse("account_change_password"), told)
    client.post(reverse("account_logout"))

    lines = Line.objects.values_list("who", "did")
    assert list(lines) == [("lead", "signed_in"), ("lead", "changed_own_password"), ("lead", "signed_out")]
