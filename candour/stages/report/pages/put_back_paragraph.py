"""Undo of a withdrawal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import put_back_paragraph
from candour.stages.report.place import paragraph_at


@needs(Can.WRITE_REPORT)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = put_back_paragraph(by=request.user, paragraph=paragraph_at(request, review, pk))
    return redirect("report:part", review.in_address, paragraph.part.number)
