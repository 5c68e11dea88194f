"""A copy of a bundle is asked for, and fetched once it is made: each time it is opened leaves a line."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.hearing.actions import ask_for_bundle
from candour.stages.hearing.models import Bundle, Making, State
from candour.stages.hearing.place import row_at
from candour.stages.hearing.tasks import bundle_asked_for
from candour.stages.report.releasing.downloads import download


@needs(Can.WRITE_REPORT)
@require_POST
def ask(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    making = ask_for_bundle(by=viewer, bundle=row_at(request, review, Bundle, pk), asked_on=today())
    bundle_asked_for.enqueue(making.pk)
    return redirect("hearing:bundle", review.in_address, pk)


@needs(Can.WRITE_REPORT, reading="opened_bundle")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    """404 for one that is not made, or whose bundle was withdrawn."""
    making = row_at(request, review, Making, pk)
    if making.state != State.MADE or making.bundle.withdrawn_at is not None:
        raise Http404
    name = f"{review.in_address}-bundle-{making.bundle.number}-copy-{making.number}.pdf"
    return download(read_bytes(making.sha256), name)
