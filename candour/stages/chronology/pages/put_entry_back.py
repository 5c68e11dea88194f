"""Put a withdrawn entry back into the chronology."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions.entries import put_entry_back
from candour.stages.chronology.pages.entry import entry_called


@needs(Can.FIX_HELD_ROWS)
@require_POST
def page(request: HttpRequest, review: Review, key: str) -> HttpResponse:
    viewer: Any = request.user
    put_entry_back(by=viewer, entry=entry_called(viewer, review, key))
    return redirect("chronology:entry", review.in_address, key)
