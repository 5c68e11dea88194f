"""Undo of one's own yes or no."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import take_back_checking
from candour.stages.report.models import Checking


@needs(Can.CHECK_RELEASE)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = Checking.objects.visible_to(request.user).filter(draft__report__review=review, withdrawn_at=None)
    take_back_checking(by=request.user, checking=get_object_or_404(seen, pk=pk))
    return redirect("report:checker", review.in_address)
