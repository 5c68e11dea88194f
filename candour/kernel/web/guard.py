"""Every page says who it is for. Fetching is authorising: a stranger gets 404, a colleague 403."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.audit import acting
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.kernel.reviews.numbers import ReviewNumber

SHOWN = 200
Page = Callable[..., HttpResponse]
Finder = Callable[[Person, str], Model]
"""Given the viewer and the words in the address, the thing, or Http404 where it is not theirs to know of."""


def review_at(viewer: Person, words: str) -> Review:
    """The review that an address names, such as 2014-003, if the viewer has a seat on it."""
    try:
        asked = ReviewNumber.read(words)
    except ValueError:
        raise Http404 from None
    found = Review.objects.visible_to(viewer).filter(year=asked.year, number=asked.number).first()
    if found is None:
        raise Http404
    return found


def board_at(viewer: Person, words: str) -> Organisation:
    """The board or national body that an address names, for whoever holds a post there."""
    found = Organisation.objects.filter(slug=words, posts__in=viewer.posts.current()).distinct().first()
    if found is None:
        raise Http404
    return found


def needs(can: Can, *, find: Finder = review_at, address: str = "number", reading: str = "") -> Any:
    """Give the page the thing its address names, if this person may.

    `find` turns the address's argument `address` into the thing; with `address=""` it finds the one
    thing that needs no name, such as the installation. With `reading` the page shows
    restricted papers: each time it is shown, by whatever method, a line with that word is left.
    """

    def guard(page: Page) -> Page:
        @wraps(page)
        @never_cache
        def guarded(request: HttpRequest, **rest: Any) -> HttpResponse:
            person: Any = request.user
            thing = find(person, rest.pop(address) if address else "")
            if not (verdict := may(person, can, thing)):
                raise PermissionDenied(*verdict.reasons)
            looks = request.method in {"GET", "HEAD"}
            if reading and looks:
                acting.read(reading, by=person, on=thing)
            answer = page(request, thing, **rest)
            if reading and not looks and _is_shown(answer):
                acting.read(reading, by=person, on=thing)
            return answer

        guarded.needs = can  # type: ignore[attr-defined]
        guarded.reading = reading  # type: ignore[attr-defined]
        return guarded

    return guard


def _is_shown(answer: HttpResponse) -> bool:
    """Whether the page itself came of it, as where a form is wrong: not a way onwards, not a file."""
    return answer.status_code == SHOWN and "Content-Disposition" not in answer


def signed_in(page: Page) -> Page:
    """A page for anybody who has signed in, which shows them only what is theirs."""

    @wraps(page)
    @never_cache
    def guarded(request: HttpRequest, **rest: Any) -> HttpResponse:
        return page(request, **rest)

    guarded.needs = "sign in"  # type: ignore[attr-defined]
    return guarded


def public(page: Page) -> Page:
    """A page for everybody, signed in or not."""
    page.public = True  # type: ignore[attr-defined]
    return login_not_required(page)
