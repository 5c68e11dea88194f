"""How a paragraph was worded, from the first time to today: who changed what, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.editing.differences import words_between
from candour.stages.report.models import Paragraph, Wording
from candour.stages.report.place import paragraph_at, part_step, place_of


@needs(Can.SEE_SOURCE, reading="opened_report_paragraph")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    href = reverse("report:paragraph", args=[review.in_address, paragraph.pk])
    return render(
        request,
        "stages/report/pages/editing/history.html",
        {
            "review": review,
            "paragraph": paragraph,
            "versions": list(_versions(paragraph))[::-1],
            "place": place_of(
                review, request.user, part_step(paragraph.part), ("Paragraph", href), "Earlier words"
            ),
            "print_words": f"Report of review {review.written_number}, source, restricted",
        },
    )


def _versions(paragraph: Paragraph) -> Iterator[dict[str, Any]]:
    """Each with what it changed in the one before; the first has only its words."""
    wordings = list(paragraph.wordings.all())
    for nth, (before, after) in enumerate(pairwise([None, *wordings]), 1):
        yield {
            "nth": nth,
            "wording": after,
            "bits": words_between(before.text if before else after.text, after.text),
            "says": _says(before, after) if before else "",
            "gist": words_between(before.gist if before else after.gist, after.gist),
        }


def _says(before: Wording, after: Wording) -> str:
    """What changed beside the words, in words."""
    said = []
    if before.audience != after.audience:
        said.append(f"now {after.get_audience_display().lower()}")
    if before.reason != after.reason:
        said.append(f"reason: {after.reason or 'none'}")
    if before.text == after.text:
        said.append("the words stayed")
    if (before.is_in_whole, before.editions, before.told_as) != (
        after.is_in_whole,
        after.editions,
        after.told_as,
    ):
        said.append("its editions changed")
    return "; ".join(said)
