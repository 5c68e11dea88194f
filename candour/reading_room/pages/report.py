"""One report: what it is, what it found, what the board answered, and its files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.reading_room.models import Action, Edition, Report
from candour.reading_room.pages.shelf import readable


@readable
def page(request: HttpRequest, report: Report) -> HttpResponse:
    findings = list(report.findings.all())
    actions = Action.objects.filter(finding__report=report)
    earlier = Edition.objects.filter(address=report.address, edition__lt=report.edition)
    return render(
        request,
        "reading_room/report.html",
        {
            "report": report,
            "findings": findings,
            "answered": sum(1 for one in findings if one.answer),
            "actions": actions.count(),
            "effects": actions.exclude(effect="").count(),
            "files": report.files.defer("content"),
            "paragraphs": report.paragraphs.count(),
            "this_edition": Edition.objects.filter(address=report.address, edition=report.edition).first(),
            "earlier": earlier,
            "lasting": request.build_absolute_uri(request.path),
        },
    )
