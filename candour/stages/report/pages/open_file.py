"""A finished open file of a draft: the bytes that were checked, or nothing where they are not clean."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from candour.domain.access import Can
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.models import Draft
from candour.stages.report.releasing.downloads import download
from candour.stages.report.releasing.way_to_release import way_of


@needs(Can.SEE_OPEN_DRAFT, reading="opened_open_draft_file")
def page(request: HttpRequest, review: Review, draft: int, name: str) -> HttpResponse:
    seen = Draft.objects.visible_to(request.user).filter(report__review=review)
    way = way_of(get_object_or_404(seen, number=draft))
    sha256 = next((one.sha256 for one in way.checks if one.file == name and way.is_clean), "")
    if not sha256:
        raise Http404
    return download(read_bytes(sha256), f"{review.in_address}-open-{name}")
