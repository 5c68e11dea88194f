"""The order of parts and paragraphs: each is moved up or down by a button, and back again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.identity import Cast
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.actions import move_paragraph, move_part
from candour.stages.report.editing.part_order import with_part_moved
from candour.stages.report.editing.titles import first_words, shown_title
from candour.stages.report.hearing.place import row_at
from candour.stages.report.models import Paragraph, Part, Report
from candour.stages.report.one_source import NumberedPart, fully_named, numbered_parts
from candour.stages.report.place import paragraph_at, place_of, report_at

_DONE = re.compile(r"(part|paragraph)-(\d+)-(up|down)")
_BACK = {"up": "down", "down": "up"}


@needs(Can.WRITE_REPORT, reading="opened_report_source")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    parts = numbered_parts(report)
    return render(
        request,
        "stages/report/pages/editing/order.html",
        {
            "review": review,
            "rows": list(_rows(report, parts, fully_named(review))),
            "undo": _undo(report, request.GET.get("done", "")),
            "place": place_of(review, request.user, "The order"),
            "print_words": f"Report of review {review.written_number}, source, restricted",
        },
    )


@needs(Can.WRITE_REPORT)
@require_POST
def part(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    row = row_at(request, review, Part, pk)
    return _moved(request, review, row, "part", lambda **how: move_part(by=request.user, part=row, **how))


@needs(Can.WRITE_REPORT)
@require_POST
def paragraph(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    row = paragraph_at(request, review, pk)
    return _moved(
        request, review, row, "paragraph", lambda **how: move_paragraph(by=request.user, paragraph=row, **how)
    )


def _moved(
    request: HttpRequest, review: Review, row: Part | Paragraph, kind: str, move: Callable[..., Any]
) -> HttpResponse:
    """Back to the order, with the way back beside it."""
    said = request.POST if "to" in request.POST else request.GET
    to, version = said.get("to", ""), said.get("version", "")
    back = reverse("report:order", args=[review.in_address])
    try:
        move(version=int(version) if version.isdigit() else 0, down=to == "down")
    except Changed:
        messages.info(request, "Nothing was moved: somebody saved it meanwhile. Look at the order first.")
        return redirect(back)
    return redirect(f"{back}?done={kind}-{row.pk}-{'down' if to == 'down' else 'up'}#{kind}-{row.pk}")


def _undo(report: Report, done: str) -> dict[str, str] | None:
    """What was moved, and the address that moves it back."""
    if (match := _DONE.fullmatch(done)) is None:
        return None
    kind, pk, to = match.groups()
    rows: Any = report.parts if kind == "part" else Paragraph.objects.filter(part__report=report)
    row = rows.filter(pk=pk).first()
    if row is None:
        return None
    address = reverse(f"report:move-{kind}", args=[report.review.in_address, row.pk])
    return {
        "href": f"{address}?to={_BACK[to]}&version={row.version}",
        "words": f"{'The part' if kind == 'part' else 'The paragraph'} is moved {to}. The numbers follow.",
    }


def _rows(report: Report, parts: list[NumberedPart], cast: Cast) -> Iterator[dict[str, Any]]:
    """Parts and paragraphs as they follow, each with the ways in which it can go."""
    order = [one.part for one in parts]
    last = len(parts) - 1
    for nth, one in enumerate(parts):
        yield {
            "part": one.part,
            "title": shown_title(report, one.part.title),
            "up": with_part_moved(order, one.part, down=False) != order,
            "down": with_part_moved(order, one.part, down=True) != order,
        }
        ends = len(one.paragraphs) - 1
        for k, (number, row) in enumerate(one.paragraphs):
            yield {
                "paragraph": row,
                "number": number,
                "words": first_words(row.text, cast),
                "up": nth > 0 or k > 0,
                "down": nth < last or k < ends,
            }
