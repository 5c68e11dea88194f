"""One's own account: what one holds, how one signs in, and the conflicts one declared."""

from __future__ import annotations

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from candour.kernel.people.models import Person
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def account_of(client: Client, person: Person) -> str:
    client.force_login(person)
    return client.get(reverse("desk:account")).content.decode()


def test_posts_and_seats_stand_on_ones_account(client: Client, cast: Cast) -> None:
    page = account_of(client, cast.manager)
    assert "Northmoor Board" in page
    assert "Child Wren" in page
    assert "Child Heron" not in page
    assert reverse("account_change_password") in page


def test_a_declared_conflict_stays_on_ones_account_and_its_review_does_not(
    client: Client, cast: Cast
) -> None:
    page = account_of(client, cast.conflicted)
    assert "Fenshire Police" in page
    assert "2014/003" in page
    assert "Child Wren" not in page
    assert "You have no seat on a review." in page


def test_an_authenticator_is_offered_until_it_is_used(client: Client, cast: Cast) -> None:
    assert "Add an authenticator app" in account_of(client, cast.lead)
    TOTP.activate(cast.lead, "A" * 32)
    assert "Add an authenticator app" not in account_of(client, cast.lead)


def test_somebody_without_post_or_seat_is_told_who_gives_them(client: Client, cast: Cast) -> None:
    page = account_of(client, Person.objects.create_user("new", "a long password", name="New"))
    assert "You hold no post." in page
    assert "You have no seat on a review." in page
