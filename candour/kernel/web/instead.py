"""Somebody may not open a page: which pages about the same review, and of their own, may they open?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest
from django.urls import resolve, reverse

from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import review_at
from candour.kernel.web.nav import links_for

OF_A_REVIEW = (("desk:review", "{} at a glance"), ("desk:progress", "Where {} is, in plain words"))
"""Pages that say where a review is, the fullest first: one of them is enough."""


@dataclass(frozen=True, slots=True)
class Instead:
    title: str
    href: str


def instead_of(request: HttpRequest) -> list[Instead]:
    """The review that the address names, where the viewer has a seat on it; then their own main pages."""
    if not request.user.is_authenticated:
        return []
    own = [Instead(one["title"], one["href"]) for one in links_for(request) if one["href"] != request.path]
    review = _review_of(request)
    return [*_about(request, review)[:1], *own] if review else own


def _review_of(request: HttpRequest) -> Review | None:
    number = (request.resolver_match.kwargs if request.resolver_match else {}).get("number", "")
    person: Any = request.user
    try:
        return review_at(person, str(number))
    except Http404:
        return None


def _about(request: HttpRequest, review: Review) -> list[Instead]:
    person: Any = request.user
    found = []
    for name, title in OF_A_REVIEW:
        href = reverse(name, args=[review.in_address])
        page: Any = resolve(href).func
        if href != request.path and may(person, page.needs, review):
            found.append(Instead(title.format(review.title), href))
    return found
