"""Links proposed between accounts, best first: each leads to one question."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.asking import (
    A_PAGE,
    AskedForm,
    asked_in,
    counted_on_page,
    page_in,
    without_page,
)
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.accounts.proposals import Proposals
from candour.stages.chronology.accounts.said import last_said
from candour.stages.chronology.returns.place import place_in


@needs(Can.SEE_CHRONOLOGY, reading="opened_links")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    found = Proposals.between_agencies(review, whole_of(review))
    said = {
        "title": "Links proposed",
        "nouns": "link,links",
        "first_heading": "One account",
        "second_heading": "Another agency’s account",
        "none": "No links are proposed. They stand here when two agencies seem to tell of one event.",
    }
    return render(request, "stages/chronology/pages/links.html", listed(request, found) | said)


def listed(request: HttpRequest, found: Proposals) -> dict[str, Any]:
    """A page of the list, with how many were looked at and what this viewer said last."""
    viewer: Any = request.user
    review, asked = found.review, asked_in(request.GET)
    links = found.asked(asked)
    pages = max(1, -(-len(links) // A_PAGE))
    at = page_in(request.GET, pages)
    here = list(found.dressed(links[(at - 1) * A_PAGE : at * A_PAGE]))
    shown = {"said": asked.state or "all", "likeness": asked.likeness, "agency": asked.agency}
    return {
        "review": review,
        "whole": found.whole,
        "place": place_in(
            review, viewer, ("Chronology", f"/reviews/{review.in_address}/chronology/"), ("Links", "")
        ),
        "print_words": f"Review {review.written_number}, links proposed, for the review team",
        "total": len(found.links),
        "looked_at": found.looked_at,
        "of": len(links),
        "caption": counted_on_page((at - 1) * A_PAGE, len(here), len(links)),
        "proposals": here,
        "filter_form": AskedForm(shown, agencies=found.whole.chronology.agencies),
        "kept": without_page(request.GET),
        "pager": {"at": at, "pages": pages, "before": at - 1, "after": at + 1 if at < pages else 0},
        "last": last_said(review, viewer),
        "may_settle": bool(may(viewer, Can.SETTLE_CHRONOLOGY, review)),
    }
