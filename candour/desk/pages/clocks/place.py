"""Where a page about a review's clocks lies."""

from __future__ import annotations

from django.urls import reverse

from candour.kernel.reviews.models import Review


def place_in(review: Review, words: str) -> list[tuple[str, str]]:
    """The breadcrumb: reviews, this review, its clocks, and the page."""
    here = [
        ("Reviews", reverse("desk:reviews")),
        (review.title, reverse("desk:review", args=[review.in_address])),
    ]
    clocks = [] if words == "Clocks" else [("Clocks", clocks_page(review))]
    return [*here, *clocks, (words, "")]


def clocks_page(review: Review) -> str:
    return reverse("desk:clocks", args=[review.in_address])
