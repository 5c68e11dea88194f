"""Where a page of the bundles stands, and the rows its address names, for whoever may know of them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.returns.place import Place
from candour.stages.hearing.choosing import has_hearings
from candour.stages.hearing.models import Bundle
from candour.stages.report.models import Report
from candour.stages.report.place import place_of, report_at


def address(name: str, review: Review, *rest: Any) -> str:
    return reverse(f"hearing:{name}", args=[review.in_address, *rest])


def heard_report(request: HttpRequest, review: Review) -> Report:
    """404 where the method has no hearings, or no report is begun."""
    if not has_hearings(review):
        raise Http404
    return report_at(request, review)


def row_at(request: HttpRequest, review: Review, rows: Any, pk: int) -> Any:
    """A row of this review that the viewer may see, or 404."""
    heard_report(request, review)
    return get_object_or_404(rows.objects.visible_to(request.user).filter(**{rows.ROOM: review}), pk=pk)


def place_among(review: Review, viewer: Person, *steps: str | tuple[str, str]) -> Place:
    own = ("Bundles", address("bundles", review) if steps else "")
    return place_of(review, viewer, own, *steps)


def step_of(bundle: Bundle) -> tuple[str, str]:
    return str(bundle), address("bundle", bundle.report.review, bundle.pk)
