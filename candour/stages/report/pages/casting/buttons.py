"""Buttons of the cast: an act without a form of its own, and back to the page it stood on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions.cast import take_proposed_pseudonyms
from candour.stages.report.actions.relations import put_back_relation, withdraw_relation
from candour.stages.report.models import CastHousehold, CastRelation

TABLES = {"relation": CastRelation, "household": CastHousehold}


@needs(Can.WRITE_REPORT)
@require_POST
def take_proposed(request: HttpRequest, review: Review) -> HttpResponse:
    named = take_proposed_pseudonyms(by=request.user, review=review)
    messages.info(request, f"{len(named)} of the cast took the name that was proposed.")
    return redirect("report:cast", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def withdraw(request: HttpRequest, review: Review, what: str, pk: int) -> HttpResponse:
    withdraw_relation(by=request.user, row=_row(request, review, what, pk))
    return redirect("report:relations", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def put_back(request: HttpRequest, review: Review, what: str, pk: int) -> HttpResponse:
    put_back_relation(by=request.user, row=_row(request, review, what, pk))
    return redirect("report:relations", review.in_address)


def _row(request: HttpRequest, review: Review, what: str, pk: int) -> Any:
    table: Any = TABLES[what]
    return get_object_or_404(table.objects.visible_to(request.user).filter(review=review), pk=pk)
