"""Contact by month and agency: squares by count, and the same counts as a table."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.timeline import finest_zoom
from candour.domain.timeline.contact import ContactGrid, contact_by_month
from candour.files.pictures.contact_by_month import contact_svg
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.windows import WIDTH, Window, period_of


@needs(Can.SEE_CHRONOLOGY, reading="opened_contact_by_month")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", chronology), ("Contact by month", "")),
        "print_words": f"Review {review.written_number}, contact by month and agency, for the review team",
    }
    if whole.chronology.entries:
        grid = grid_of(review, whole)
        said |= {"grid": grid, "drawing": mark_safe(contact_svg(grid, href=_hrefs(review)))}
        said["rows"] = [
            (cell, [row.counts[at] or "" for row in grid.rows])
            for at, cell in enumerate(grid.cells)
            if any(row.counts[at] for row in grid.rows)
        ]
        said["empty_cells"] = len(grid.cells) - len(said["rows"])
    return render(request, "stages/chronology/pages/contact.html", said)


def grid_of(review: Review, whole: Whole) -> ContactGrid:
    period = period_of(review, whole.chronology.entries)
    assert period is not None  # asked for only where there are entries
    return contact_by_month(whole.chronology.entries, whole.lanes, period=period)


def _hrefs(review: Review) -> Any:
    def href(agency: str, first: date, last: date) -> str:
        zoom = finest_zoom((last - first).days + 1, WIDTH)
        return Window(review, first, last, zoom, agency=agency).href

    return href
