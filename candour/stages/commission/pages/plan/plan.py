"""Money and hours: planned and used, by role or thing."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.models import BudgetLine
from candour.stages.commission.place import place_in
from candour.stages.commission.planned import Sum, in_hours, in_pounds, plan_of


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    lines, total = plan_of(review, viewer)
    gone = BudgetLine.objects.visible_to(viewer).filter(review=review).exclude(withdrawn_at=None)
    return render(
        request,
        "stages/commission/pages/plan/plan.html",
        {
            "review": review,
            "lines": [{"row": one.row, "sum": _said(one.sum), "used": _used(one.used)} for one in lines],
            "total": _said(total),
            "withdrawn": gone,
            "may_keep": bool(may(viewer, Can.KEEP_PLAN, review)),
            "place": place_in(review, "Money and hours"),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


def _said(one: Sum) -> dict[str, Any]:
    return {
        "hours": in_hours(one.hours),
        "pounds": in_pounds(one.pounds),
        "hours_used": in_hours(one.hours_used),
        "pounds_used": in_pounds(one.pounds_used),
        "over": one.over,
    }


def _used(rows: Any) -> list[dict[str, Any]]:
    found = []
    for one in rows:
        parts = [in_hours(one.hours)] if one.hours else []
        parts += [in_pounds(one.pounds)] if one.pounds else []
        found.append({"row": one, "what": ", ".join(parts)})
    return found
