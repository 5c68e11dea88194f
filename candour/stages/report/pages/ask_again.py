"""Undo: words that were kept wait for a decision again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import ask_about_word_again
from candour.stages.report.models import Allowed


@needs(Can.WRITE_REPORT)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = Allowed.objects.visible_to(request.user).filter(report__review=review, withdrawn_at=None)
    ask_about_word_again(by=request.user, allowed=get_object_or_404(seen, pk=pk))
    return redirect("report:words", review.in_address)
