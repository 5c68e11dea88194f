"""Which reports were taken off view, when and why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candour.reading_room.models import Report


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    withdrawn = Report.objects.exclude(withdrawn_on=None).order_by("-withdrawn_on", "address")
    shown = {"withdrawn": withdrawn, "some_invented": any(one.invented for one in withdrawn)}
    return render(request, "reading_room/withdrawn.html", shown)
