"""A bundle that did not reach the inbox of the reading room is put there again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.learn.actions import deliver_publication
from candour.stages.learn.reads import undelivered


@needs(Can.PUBLISH)
@require_POST
def page(request: HttpRequest, review: Review) -> HttpResponse:
    for publication in undelivered().filter(release__report__review=review):
        try:
            deliver_publication(by=request.user, publication=publication)
        except Trouble as trouble:
            messages.info(request, f"{trouble.what} {trouble.do}")
    return redirect("learn:publish", review.in_address)
