"""The held rows of a return as a form for the agency to fill in. Each download leaves a line."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from candour.domain.access import Can
from candour.files.results.held_xlsx import HeldRow, held_xlsx
from candour.kernel.audit import acting
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.reads import held_rows_of, neighbours
from candour.stages.chronology.returns.cell_order import as_they_stood
from candour.stages.chronology.returns.held_words import choices_for
from candour.stages.chronology.returns.place import return_at

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    held = held_rows_of(sent)
    rows = [
        HeldRow(
            sent.name,
            row.part,
            row.row,
            row.reason,
            "; ".join(one.words for one in choices_for(row, neighbours(row))),
            as_they_stood(row.cells, sent.headings, row.part),
        )
        for row in held
    ]
    acting.read("downloaded_held_rows", by=viewer, on=sent)
    response = HttpResponse(held_xlsx(f"Held rows of {sent}", rows), content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, f"held-rows-{sent.agency.slug}.xlsx")
    return response
