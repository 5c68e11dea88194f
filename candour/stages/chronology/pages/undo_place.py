"""Take back the place that a person gave a held row."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions import take_back_place
from candour.stages.chronology.returns.place import row_at


@needs(Can.FIX_HELD_ROWS)
@require_POST
def page(request: HttpRequest, review: Review, pk: int, row_pk: int) -> HttpResponse:
    viewer: Any = request.user
    row = row_at(request, review, pk, row_pk)
    take_back_place(by=viewer, row=row)
    response = redirect("chronology:return", review.in_address, pk)
    response["Location"] += f"?row={row_pk}"
    return response
