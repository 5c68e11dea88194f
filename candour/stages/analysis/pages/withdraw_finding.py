"""Withdraw a finding, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.analysis.actions import withdraw_finding
from candour.stages.analysis.finding_them import address_of_finding, finding_at, place_of_finding
from candour.stages.analysis.withdraw_form import ask_why


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    finding = finding_at(request, review, nth)
    return ask_why(
        request,
        f"finding {nth}",
        place_of_finding(finding, viewer, ("Withdraw", "")),
        address_of_finding(finding),
        lambda why: withdraw_finding(by=viewer, finding=finding, why=why),
    )
