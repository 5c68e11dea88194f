"""A draft is frozen and the worker is asked to check it; the check's page shows how far it is."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import ask_for_check, draft_report
from candour.stages.report.place import report_at
from candour.stages.report.tasks import check_asked_for


@needs(Can.WRITE_REPORT)
@require_POST
def page(request: HttpRequest, review: Review) -> HttpResponse:
    draft = draft_report(by=request.user, report=report_at(request, review))
    ask_for_check(by=request.user, draft=draft)
    check_asked_for.enqueue(draft.pk)
    return redirect("report:check", review.in_address)
