"""Where a page of a review's setting-up stands."""

from __future__ import annotations

from django.urls import reverse

from candour.kernel.reviews.models import Review

Place = list[tuple[str, str]]


def place_in(review: Review, *steps: str) -> Place:
    """The review, its setting-up, then the step."""
    own = reverse("desk:review", args=[review.in_address])
    up = reverse("commission:setting-up", args=[review.in_address]) if steps else ""
    return [(review.title, own), ("Setting up", up), *((step, "") for step in steps)]
