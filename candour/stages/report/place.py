"""Where a page of the report stands, and the rows its address names, for whoever may know of them."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.returns.place import Place, place_in
from candour.stages.report.models import Paragraph, Part, Report


def place_of(review: Review, viewer: Person, *steps: str | tuple[str, str]) -> Place:
    """The review, its report, then the steps: words, or words with an address."""
    own = ("Report", reverse("report:report", args=[review.in_address]) if steps else "")
    named = [step if isinstance(step, tuple) else (step, "") for step in steps]
    return place_in(review, viewer, own, *named)


def part_step(part: Part) -> tuple[str, str]:
    number = part.report.review.in_address
    return f"Part {part.number}", reverse("report:part", args=[number, part.number])


def report_at(request: HttpRequest, review: Review) -> Report:
    """404 where none is begun."""
    seen = Report.objects.visible_to(request.user).filter(review=review)
    found: Report = get_object_or_404(seen.select_related("review"))
    return found


def part_at(request: HttpRequest, review: Review, nth: int) -> Part:
    seen = Part.objects.visible_to(request.user).filter(report__review=review)
    found: Part = get_object_or_404(seen.select_related("report__review"), number=nth)
    return found


def paragraph_at(request: HttpRequest, review: Review, pk: int) -> Paragraph:
    seen = Paragraph.objects.visible_to(request.user).filter(part__report__review=review)
    found: Paragraph = get_object_or_404(seen.select_related("part__report__review"), pk=pk)
    return found
