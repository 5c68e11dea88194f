"""A change of method is undone; where something rests on it, that is said and the change stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.actions import take_back_change_of_method
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import MethodChange
from candour.stages.commission.pages.setting_up import shown


@needs(Can.SET_TERMS)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    change = row_of(request, review, MethodChange, pk, taken_back_at=None)
    try:
        take_back_change_of_method(by=viewer, change=change)
    except Trouble as trouble:
        words = {**shown(review, viewer), "trouble": trouble}
        return render(request, "stages/commission/pages/setting_up.html", words, status=409)
    return redirect("commission:setting-up", review.in_address)
