"""The whole open report as numbered paragraphs, some sixty a page so that each stays light."""

from __future__ import annotations

from itertools import groupby

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.reading_room.models import Report
from candour.reading_room.pages.shelf import readable

ON_A_PAGE = 60


@readable
def page(request: HttpRequest, report: Report) -> HttpResponse:
    shown = Paginator(report.paragraphs.select_related("finding"), ON_A_PAGE).get_page(
        request.GET.get("page")
    )
    parts = groupby(shown, key=lambda one: (one.finding, one.part))
    return render(
        request,
        "reading_room/read.html",
        {
            "report": report,
            "shown": shown,
            "parts": [(finding, part, list(group)) for (finding, part), group in parts],
            "file": report.files.defer("content").filter(kind="html").first(),
        },
    )
