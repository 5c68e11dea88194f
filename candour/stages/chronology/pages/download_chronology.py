"""The rows of a window as a file: the same rows, in the same order, as on the page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.files.results.chronology_tables import INTEGRATED, integrated_lines
from candour.files.results.csv_out import write_csv
from candour.files.results.integrated_xlsx import write_integrated_xlsx
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.reads import chronology_of
from candour.stages.chronology.table_rows import entries_within
from candour.stages.chronology.windows import WindowForm, period_of, window_in

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@needs(Can.SEE_CHRONOLOGY, reading="downloaded_chronology")
def page(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    chronology = chronology_of(review)
    entries = list(chronology.entries)
    if request.GET and (usual := period_of(review, entries)):
        form = WindowForm(request.GET, agencies=chronology.agencies)
        entries = entries_within(entries, window_in(request.GET, form, review, usual))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"chronology-{review.in_address}.{kind}"
        if kind == "csv":
            write_csv(path, INTEGRATED, integrated_lines(entries))
        else:
            write_integrated_xlsx(path, integrated_lines(entries))
        sent = HttpResponse(path.read_bytes(), content_type=KINDS[kind])
    sent["Content-Disposition"] = f'attachment; filename="{path.name}"'
    return sent
