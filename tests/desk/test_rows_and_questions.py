"""Pages of the desk ask the database no more often because there is more to show."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candour.kernel.reviews.models import Review
from tests.cast import Cast, seat

pytestmark = pytest.mark.django_db


def asked(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("address", ["/reviews/", "/account/", "/search/?q=Child"])
def test_more_reviews_are_no_more_questions(client: Client, cast: Cast, address: str) -> None:
    client.force_login(cast.lead)
    client.get(address)
    before = asked(client, address)
    for number in range(20, 26):
        more = Review.objects.create(
            **_like(cast.review), number=number, title=f"Child {number}", board=cast.board
        )
        seat(cast.lead, more, "lead_reviewer")

    assert asked(client, address) == before


def _like(review: Review) -> dict[str, Any]:
    return {name: getattr(review, name) for name in ("year", "regime", "method", "opened_on")}
