"""The original file, byte for byte. Each download leaves a line."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from candour.domain.access import Can
from candour.kernel.audit import acting
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.returns.place import return_at


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    content = sent.paper.read()
    acting.read("downloaded_original", by=viewer, on=sent)
    # No browser is to guess what a file from outside is, or to open it here.
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, sent.name)
    return response
