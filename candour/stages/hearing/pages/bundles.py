"""The bundles of a review: for which hearing, for whom, and whether a copy is made."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.hearing.models import Bundle, Making, Signs, State
from candour.stages.hearing.place import heard_report, place_among


@needs(Can.WRITE_REPORT, reading="opened_bundles")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = heard_report(request, review)
    rows = Bundle.objects.visible_to(viewer).filter(report=report)
    shown = [
        (one, one.papers.filter(withdrawn_at=None).count(), (newest := one.makings.first()), _signed(newest))
        for one in rows
    ]
    return render(
        request,
        "stages/hearing/pages/bundles.html",
        {
            "review": review,
            "bundles": shown,
            "place": place_among(review, viewer),
            "print_words": f"Bundles, review {review.written_number}",
        },
    )


def _signed(making: Making | None) -> str:
    """How far an open copy has come: ordered, given, or "" before the order."""
    if making is None or making.state != State.MADE:
        return ""
    rows = making.signatures.filter(withdrawn_at=None, signs__in=(Signs.ORDER, Signs.GIVEN))
    last = rows.order_by("-pk").first()
    return last.get_signs_display() if last else ""
