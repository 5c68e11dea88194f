"""The ways of looking that were kept under a name: each opens the chronology just so."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.models import SavedView
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.whose_view import needed_to_withdraw


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    views = list(SavedView.objects.visible_to(viewer).filter(review=review))
    chronology = reverse("chronology:chronology", args=[review.in_address])
    standing = {one.name for one in views if one.withdrawn_at is None}
    theirs = {one for one in views if may(viewer, needed_to_withdraw(one, viewer), one)}
    return render(
        request,
        "stages/chronology/pages/views.html",
        {
            "review": review,
            "place": place_in(review, viewer, ("Chronology", chronology), ("Saved views", "")),
            "views": [(one, one in theirs) for one in views if one.withdrawn_at is None],
            "withdrawn": [
                one for one in views if one.withdrawn_at and one.name not in standing and one in theirs
            ],
            "print_words": f"Review {review.written_number}, saved views of the chronology",
        },
    )
