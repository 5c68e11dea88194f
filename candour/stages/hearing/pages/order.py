"""A paper moved up or down in its tab, taken out of a bundle, or put in again: one button each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.hearing.actions import move_in_bundle, put_back_into_bundle, take_out_of_bundle
from candour.stages.hearing.models import BundlePaper
from candour.stages.hearing.place import row_at


@needs(Can.WRITE_REPORT)
@require_POST
def up(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    return _back(
        review, move_in_bundle(by=_who(request), paper=row_at(request, review, BundlePaper, pk), up=True)
    )


@needs(Can.WRITE_REPORT)
@require_POST
def down(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    return _back(
        review, move_in_bundle(by=_who(request), paper=row_at(request, review, BundlePaper, pk), up=False)
    )


@needs(Can.WRITE_REPORT)
@require_POST
def take_out(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    return _back(review, take_out_of_bundle(by=_who(request), paper=row_at(request, review, BundlePaper, pk)))


@needs(Can.WRITE_REPORT)
@require_POST
def put_in_again(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    return _back(
        review, put_back_into_bundle(by=_who(request), paper=row_at(request, review, BundlePaper, pk))
    )


def _who(request: HttpRequest) -> Any:
    return request.user


def _back(review: Review, paper: BundlePaper) -> HttpResponse:
    return redirect("hearing:bundle", review.in_address, paper.bundle_id)
