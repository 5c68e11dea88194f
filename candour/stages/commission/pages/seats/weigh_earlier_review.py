"""Work on an earlier review of the same agencies is weighed by somebody else who gives seats."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import weigh_earlier_review
from candour.stages.commission.buttons import Reason, row_of
from candour.stages.commission.models import Declaration
from candour.stages.commission.place import address, form_page, place_in


@needs(Can.MANAGE_SEATS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    declaration = row_of(request, review, Declaration, pk, withdrawn_at=None)
    back = address("seats", review)
    return form_page(
        request,
        Reason(typed(request)),
        save=lambda why: weigh_earlier_review(by=viewer, declaration=declaration, why=why),
        back=back,
        title=f"Weigh an earlier review: {declaration.seat.person}",
        sentence="They worked on an earlier review of the same agencies. Say why that does not stand in "
        "the way; if it does, end the seat.",
        button="Keep this",
        place=place_in(review, ("Who sits on it", back), "Weigh an earlier review"),
    )
