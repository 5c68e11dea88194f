"""What the review was asked to do, as it stands, and each change of it with its reason and its difference."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.later_stages import outside
from candour.stages.commission.models import Commission
from candour.stages.commission.place import place_in
from candour.stages.commission.terms_compared import changes_of


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    commission = get_object_or_404(Commission.objects.visible_to(viewer), review=review)
    return render(
        request,
        "stages/commission/pages/terms/terms.html",
        {
            "review": review,
            "commission": commission,
            "changes": changes_of(commission),
            "outside": outside(review, commission.period_from, commission.period_to),
            "may_change": bool(may(viewer, Can.SET_TERMS, review)),
            "place": place_in(review, "What it was asked to do"),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )
