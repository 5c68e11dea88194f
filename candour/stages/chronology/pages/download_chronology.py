"""The rows of a view, or all of them, as a file: the same rows, in the same order, as on the page."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.seeing.asked import seen_in
from candour.stages.chronology.seeing.takeaway import KINDS, file_of, sent


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_chronology")
def page(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    asked = seen_in(request.GET, review, patience=None)
    content = file_of(
        kind,
        asked.whole.chronology,
        asked.rows,
        title=f"Integrated chronology, review {review.written_number}",
        subtitle=f"{asked.says} With names: for the review only.",
    )
    return sent(content, kind, f"chronology-{review.in_address}")
