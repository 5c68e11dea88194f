"""A finding in public, with the board's answer beside it."""

from __future__ import annotations

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candour.reading_room.models import Finding, Report
from candour.reading_room.pages.shelf import readable

MOST_ALIKE = 4


@readable
def page(request: HttpRequest, report: Report, number: int) -> HttpResponse:
    finding = get_object_or_404(Finding, report=report, number=number)
    numbers = list(report.findings.values_list("number", flat=True))
    place = numbers.index(number)
    paragraphs = list(finding.paragraphs.all())
    actions = list(finding.actions.all())
    return render(
        request,
        "reading_room/finding.html",
        {
            "report": report,
            "finding": finding,
            "count": len(numbers),
            "before": numbers[place - 1] if place else None,
            "after": numbers[place + 1] if place + 1 < len(numbers) else None,
            "parts": [(part, list(group)) for part, group in groupby(paragraphs, key=lambda one: one.part)],
            "first": paragraphs[0] if paragraphs else None,
            "last": paragraphs[-1] if paragraphs else None,
            "closed": [one for one in paragraphs if one.closed],
            "actions": actions,
            "effects": [one for one in actions if one.effect],
            "looks": min((one.look_on for one in actions if one.look_on and not one.effect), default=None),
            "alike": _alike(finding),
            "files": report.files.defer("content"),
            "lasting": request.build_absolute_uri(request.path),
        },
    )


def _alike(finding: Finding) -> list[Finding]:
    """Of other reports, under the same heading of a method, the newest first. No guess is made."""
    if not finding.category:
        return []
    others = Finding.objects.filter(category__iexact=finding.category).exclude(report=finding.report)
    return list(others.select_related("report").order_by("-report__released_on", "number")[:MOST_ALIKE])
