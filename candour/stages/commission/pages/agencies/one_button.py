"""What is done to an asking by its button only: a reminder is noted, a withdrawal taken back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.reviews.rooms import InReviewRows
from candour.kernel.web.guard import needs
from candour.stages.commission.actions import remind_agency, take_back_withdrawal_of_asking
from candour.stages.commission.models import AgencyAsked


@needs(Can.ASK_AGENCIES)
@require_POST
def note_reminder(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    """Back to the page that the button stands on: the agencies, or the returns."""
    remind_agency(by=request.user, asked=get_object_or_404(_seen(request, review), pk=pk, withdrawn_at=None))
    back = "chronology:returns" if request.POST.get("from") == "returns" else "commission:agencies"
    return redirect(back, review.in_address)


@needs(Can.ASK_AGENCIES)
@require_POST
def undo_withdrawal(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    withdrawn = _seen(request, review).exclude(withdrawn_at=None)
    take_back_withdrawal_of_asking(by=request.user, asked=get_object_or_404(withdrawn, pk=pk))
    return redirect("commission:agencies", review.in_address)


def _seen(request: HttpRequest, review: Review) -> InReviewRows:
    return AgencyAsked.objects.visible_to(request.user).filter(review=review)
