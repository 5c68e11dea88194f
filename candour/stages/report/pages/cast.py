"""The cast: who and what the report speaks of, and the names that readers get."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.casting.shown import shown_cast
from candour.stages.report.models import CastMember
from candour.stages.report.one_source import cast_of
from candour.stages.report.place import place_of


@needs(Can.SEE_SOURCE, reading="opened_cast")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    members = list(CastMember.objects.visible_to(request.user).filter(review=review))
    return render(
        request,
        "stages/report/pages/cast.html",
        {
            "review": review,
            "members": members,
            "groups": shown_cast(review, members),
            "unnamed": sum(not one.pseudonym for one in members),
            "secret": len(cast_of(review).secret),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, "Cast"),
            "print_words": f"Cast of review {review.written_number}, restricted",
        },
    )
