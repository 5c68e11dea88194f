"""The register of parallel proceedings: what each is, where it stands, and what it holds back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.held_back import proceedings_of, waiting_in
from candour.stages.commission.place import place_in


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    rows = proceedings_of(review, viewer)
    return render(
        request,
        "stages/commission/pages/proceedings/proceedings.html",
        {
            "review": review,
            "rows": [one for one in rows if one.withdrawn_at is None],
            "withdrawn": [one for one in rows if one.withdrawn_at is not None],
            "waiting": waiting_in(review, viewer, today()),
            "may_keep": bool(may(viewer, Can.KEEP_PLAN, review)),
            "place": place_in(review, "Parallel proceedings"),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )
