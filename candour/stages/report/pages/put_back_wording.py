"""Undo of a change: an earlier wording stands again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import put_back_wording
from candour.stages.report.models import Wording


@needs(Can.WRITE_REPORT)
@require_POST
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    seen = Wording.objects.visible_to(request.user).filter(paragraph__part__report__review=review)
    wording = get_object_or_404(seen, pk=pk)
    version = request.POST.get("version", "")
    try:
        put_back_wording(by=request.user, wording=wording, version=int(version) if version.isdigit() else 0)
    except Changed:
        messages.info(request, "Nothing was put back: somebody saved the paragraph meanwhile. Read it first.")
    return redirect("report:change-paragraph", review.in_address, wording.paragraph_id)
