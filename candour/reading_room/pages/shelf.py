"""Hand a page the report that its address names; say so plainly where it was withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from candour.reading_room.models import Report

GONE = 410

Page = Callable[..., HttpResponse]


def readable(page: Page) -> Page:
    """For every address under a report. 404 for what was never here, 410 for what was taken off view."""

    @require_safe
    @wraps(page)
    def page_of_report(request: HttpRequest, address: str, **rest: object) -> HttpResponse:
        report = get_object_or_404(Report, address=address)
        if report.withdrawn_on:
            return render(request, "reading_room/gone.html", {"report": report}, status=GONE)
        return page(request, report, **rest)

    return page_of_report
