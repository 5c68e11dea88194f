"""The episodes of a review: whose view each is, and which of their parts are written."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.methods import Kind, load_method
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.finding_them import may_analyse, place_of_episodes
from candour.stages.analysis.models import Episode, Factor
from candour.stages.chronology.reads import lanes_of_review
from candour.stages.commission.methods_over_time import titles_of


@needs(Can.SEE_ANALYSIS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    seen = Episode.objects.visible_to(viewer).filter(review=review)
    lanes = {lane.agency: lane for lane in lanes_of_review(review)}
    rows = [(one, lanes.get(one.agency.name)) for one in seen.select_related("agency")]
    groups = titles_of(review, Kind.GROUP)
    factors = Factor.objects.visible_to(viewer).filter(review=review).prefetch_related("episodes")
    return render(
        request,
        "stages/analysis/pages/episodes.html",
        {
            "place": place_of_episodes(review, viewer),
            "review": review,
            "rows": rows,
            "standing": [one for one, _ in rows if one.stands],
            "waiting": [one for one, _ in rows if one.stands and one.why_then_at is None],
            "part_2": load_method(review.method).before_appraisal,
            "factors": [(groups.of(one.group), one) for one in factors],
            "may_analyse": may_analyse(request, review),
            "may_read_conversations": bool(may(viewer, Can.KEEP_CONVERSATIONS, review)),
            "print_words": f"{review.title}, {review.written_number}, review team only",
        },
    )
