"""What is undone by its button only: a pause, its end, and more time given."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.desk.actions import go_on_pausing, take_back_extension, take_back_pause
from candour.desk.pages.clocks.place import clocks_page
from candour.domain.access import Can
from candour.kernel.reviews.models import Extension, Pause, Review
from candour.kernel.web.guard import needs


@needs(Can.KEEP_CLOCKS)
@require_POST
def undo_pause(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    standing = Pause.objects.visible_to(request.user).filter(review=review, withdrawn_at=None)
    take_back_pause(by=request.user, pause=get_object_or_404(standing, pk=pk))
    return redirect(clocks_page(review))


@needs(Can.KEEP_CLOCKS)
@require_POST
def undo_end_of_pause(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    ended = Pause.objects.visible_to(request.user).filter(
        review=review, withdrawn_at=None, ended_at__isnull=False
    )
    go_on_pausing(by=request.user, pause=get_object_or_404(ended, pk=pk))
    return redirect(clocks_page(review))


@needs(Can.KEEP_CLOCKS)
@require_POST
def undo_extension(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    standing = Extension.objects.visible_to(request.user).filter(review=review, withdrawn_at=None)
    take_back_extension(by=request.user, extension=get_object_or_404(standing, pk=pk))
    return redirect(clocks_page(review))
