"""The closed report with real names: made for one person, whose name is on each page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.disclosure import Audience
from candour.domain.moments.spoken import spoken_day
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.report.downloads import download
from candour.stages.report.finished_files import HTML, PDF
from candour.stages.report.one_source import frozen_of
from candour.stages.report.place import report_at

WRITERS = {HTML: report_html, PDF: report_pdf}


@needs(Can.SEE_SOURCE, reading="opened_closed_report")
def page(request: HttpRequest, review: Review, name: str) -> HttpResponse:
    if name not in WRITERS:
        raise Http404
    shown = frozen_of(report_at(request, review)).view(Audience.CLOSED)
    made = WRITERS[name](shown, mark=f"Copy for {request.user}, {spoken_day(today())}")
    return download(made, f"{review.in_address}-closed-{name}")
