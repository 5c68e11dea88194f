"""Every finding with the board's answer, and what the board does, by the day it is due."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.analysis.reads import findings_of
from candour.stages.respond.finding_them import may_respond, place_of_responses
from candour.stages.respond.models import Action, Response
from candour.stages.respond.rows import row_of


@needs(Can.SEE_RESPONSE)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    answers = Response.objects.visible_to(viewer).filter(finding__review=review)
    by_finding = {one.finding_id: one for one in answers}
    rows = [(one, by_finding.get(one.pk)) for one in findings_of(review)]
    seen = Action.objects.visible_to(viewer).filter(finding__review=review)
    actions = [row_of(one, today()) for one in seen.select_related("finding", "owner")]
    return render(
        request,
        "stages/respond/pages/responses.html",
        {
            "place": place_of_responses(review, viewer),
            "review": review,
            "rows": rows,
            "waiting": sum(1 for _, answer in rows if answer is None),
            "actions": actions,
            "late": sum(1 for row in actions if row.done_state == "late"),
            "not_looked": sum(1 for row in actions if row.action.stands and not row.action.looked_on),
            "may_respond": may_respond(viewer, review),
            "print_words": f"{review.title}, {review.written_number}, board",
        },
    )
