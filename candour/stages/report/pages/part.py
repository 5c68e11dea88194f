"""One part of the report: as one source, as either report, or both side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.disclosure import Audience, ShownParagraph, view
from candour.domain.methods import Kind
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.commission.methods_over_time import titles_of
from candour.stages.report.editing.outline import outlined
from candour.stages.report.editing.source_rows import source_rows
from candour.stages.report.editing.titles import shown_title
from candour.stages.report.editing.uses import is_of_earlier_method
from candour.stages.report.models import Paragraph, Part
from candour.stages.report.one_source import fully_named, numbered_parts, source_of
from candour.stages.report.place import part_at, place_of
from candour.stages.report.reads import waiting_words

WAYS = {"source": "one source", "open": "open report", "closed": "closed report", "both": "side by side"}


@needs(Can.SEE_SOURCE, reading="opened_report_source")
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    numbered = next(one.paragraphs for one in numbered_parts(part.report) if one.part.pk == part.pk)
    words = waiting_words(part.report)
    here = [word for word in words if {*word.paragraphs} & {number for number, _ in numbered}]
    shown_as = request.GET.get("as", "source")
    shown_as = shown_as if shown_as in WAYS else "source"
    return render(
        request,
        "stages/report/pages/part.html",
        {
            "review": review,
            "part": part,
            "place": place_of(review, request.user, f"Part {part.number}"),
            "title": shown_title(part.report, part.title),
            "before": is_of_earlier_method(part, titles_of(review, Kind.PART)),
            "outlined": outlined(part),
            "ways": WAYS.items(),
            "shown_as": shown_as,
            "count": len(numbered),
            "closed": (closed := sum(paragraph.is_closed for _, paragraph in numbered)),
            "open": len(numbered) - closed,
            "words": here,
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "withdrawn": part.paragraphs.filter(withdrawn_at__isnull=False),
            "parts": part.report.parts.all(),
            "print_words": f"Report of review {review.written_number}, source, restricted",
            **_shown(part, numbered, [word.words for word in words], shown_as),
        },
    )


def _shown(
    part: Part, numbered: tuple[tuple[int, Paragraph], ...], waiting: list[str], shown_as: str
) -> dict[str, Any]:
    """The paragraphs as they are asked for. A reference that leads nowhere is told, not hidden."""
    cast = fully_named(part.report.review)
    try:
        if shown_as != "source":
            source = source_of(part.report)
            numbers = {number for number, _ in numbered}
            both = [_of_part(view(source, cast, one).paragraphs, numbers) for one in Audience]
            return {"rows": list(zip(*both, strict=True))}
        return {"paragraphs": source_rows(numbered, cast, waiting)}
    except Trouble as trouble:
        return {"trouble": trouble, "plain": numbered}


def _of_part(paragraphs: Any, numbers: set[int]) -> list[ShownParagraph]:
    return [one for one in paragraphs if one.number in numbers]
