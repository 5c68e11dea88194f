"""The lasting address of one paragraph: it leads to wherever that paragraph now stands."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.reading_room.models import Paragraph, Report
from candour.reading_room.pages.read import ON_A_PAGE
from candour.reading_room.pages.shelf import readable


@readable
def page(request: HttpRequest, report: Report, number: str) -> HttpResponse:
    paragraph = get_object_or_404(Paragraph, report=report, number=number)
    place = report.paragraphs.filter(id__lt=paragraph.id).count()
    address = reverse("read", args=[report.address])
    sheet = place // ON_A_PAGE + 1
    return HttpResponseRedirect(f"{address}{f'?page={sheet}' if sheet > 1 else ''}#p{number}")
