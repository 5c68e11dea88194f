"""Where a review is, in plain words, for those it concerns most."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["progress", "review"])
def test_a_review_that_nobody_has_commissioned_has_a_page_without_clocks(
    cast: Cast, client: Client, page: str
) -> None:
    client.force_login(cast.lead)

    answer = client.get(reverse(f"desk:{page}", args=[cast.review.in_address]))

    assert answer.status_code == 200
    assert "Child Wren" in answer.content.decode()
