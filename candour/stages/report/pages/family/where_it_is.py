"""For the family, by their own link: where the review is, in plain words, and when they will hear."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candour.kernel.web.clock import today
from candour.kernel.web.guard import public
from candour.stages.report.hearing.family_links import how_they_hear, known_as, link_of
from candour.stages.report.hearing.family_steps import DONE, report_steps_for, steps_for
from candour.stages.report.models import FamilyLink

MOST_WRONG, MINUTES = 30, 15
"""Wrong links from one address before it has to wait: nobody guesses a link, this is for the noise."""


@public
@require_safe
def page(request: HttpRequest, token: str) -> HttpResponse:
    who = f"family-link-{request.META.get('REMOTE_ADDR', '')}"
    link = link_of(token)
    if link is None:
        wrong = cache.get(who, 0) + 1
        cache.set(who, wrong, MINUTES * 60)
        return _shown(request, {"state": "wrong"}, 404) if wrong <= MOST_WRONG else _wait(request)
    if link.is_over(today()):
        return _shown(request, {"state": "ended"}, 410)
    return _shown(request, _words(link), 200)


def _wait(request: HttpRequest) -> HttpResponse:
    """For wrong links alone: a right one opens whoever else stands behind the same address."""
    return _shown(request, {"state": "wait"}, 429)


def _words(link: FamilyLink) -> dict[str, Any]:
    of_the_report = report_steps_for(link.review)
    return {
        "state": "open",
        "known_as": known_as(link),
        "steps": steps_for(link.review, today()),
        "of_the_report": of_the_report,
        "published": of_the_report[-1].state == DONE,
        "hears_on": link.hears_on,
        "how": how_they_hear(link),
        "over": link.hears_on is not None and link.hears_on < today(),
    }


def _shown(request: HttpRequest, words: dict[str, Any], status: int) -> HttpResponse:
    answer = render(request, "stages/report/pages/family/where_it_is.html", words, status=status)
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    # Django would write the address of a refused page, and so the secret in it, into the log.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
