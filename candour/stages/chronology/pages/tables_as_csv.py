"""The tables under two pictures as csv: silences, and contact by month. No row's words are in the second."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.files.results.chronology_tables import GAPS, gap_lines
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.pages.contact import grid_of
from candour.stages.chronology.pages.silences import limit_in
from candour.stages.chronology.seeing.silent import silent_in
from candour.stages.chronology.seeing.takeaway import csv_of, sent


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_silences")
def silences(request: HttpRequest, review: Review) -> HttpResponse:
    _, limit = limit_in(request)
    gaps = silent_in(review, whole_of(review), limit).gaps
    return sent(csv_of(GAPS, gap_lines(gaps)), "csv", f"silences-{review.in_address}")


@needs(Can.SEE_CHRONOLOGY, reading="downloaded_contact")
def contact(request: HttpRequest, review: Review) -> HttpResponse:
    grid = grid_of(review, whole_of(review))
    columns = (grid.step, *(row.lane.agency for row in grid.rows))
    lines = [
        (cell.first.isoformat(), *(row.counts[at] for row in grid.rows)) for at, cell in enumerate(grid.cells)
    ]
    lines.append((f"dated more widely than a {grid.step}", *(row.wide for row in grid.rows)))
    return sent(csv_of(columns, lines), "csv", f"contact-{review.in_address}")
