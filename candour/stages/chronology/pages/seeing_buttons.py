"""What is done by a button only: a mark taken off or put back, a saved view withdrawn or put back."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.actions import marks, saved_views
from candour.stages.chronology.models import Mark, SavedView


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def withdraw_mark(request: HttpRequest, review: Review, key: str, pk: int) -> HttpResponse:
    viewer: Any = request.user
    marks.withdraw_mark(by=viewer, mark=_mark(viewer, review, key, pk))
    return redirect("chronology:marks", review.in_address, key)


@needs(Can.SETTLE_CHRONOLOGY)
@require_POST
def put_mark_back(request: HttpRequest, review: Review, key: str, pk: int) -> HttpResponse:
    viewer: Any = request.user
    marks.put_mark_back(by=viewer, mark=_mark(viewer, review, key, pk))
    return redirect("chronology:marks", review.in_address, key)


@needs(Can.SEE_CHRONOLOGY)
@require_POST
def withdraw_view(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    saved_views.withdraw_view(by=viewer, view=_view(viewer, review, pk))
    return redirect("chronology:views", review.in_address)


@needs(Can.SEE_CHRONOLOGY)
@require_POST
def put_view_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    saved_views.put_view_back(by=viewer, view=_view(viewer, review, pk))
    return redirect("chronology:views", review.in_address)


def _mark(viewer: Any, review: Review, key: str, pk: int) -> Mark:
    found: Mark = get_object_or_404(
        Mark.objects.visible_to(viewer).filter(review=review, entry__key=key), pk=pk
    )
    return found


def _view(viewer: Any, review: Review, pk: int) -> SavedView:
    found: SavedView = get_object_or_404(SavedView.objects.visible_to(viewer).filter(review=review), pk=pk)
    return found
