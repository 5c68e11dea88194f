"""One copy of the chronology under pseudonyms, which says in itself what it cannot promise."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.seeing.takeaway import KINDS, file_of, sent
from candour.stages.report.casting.renamed_chronology import NOT_ALL, renamed_in


@needs(Can.SEE_CHRONOLOGY, reading="downloaded_chronology_under_pseudonyms")
def page(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    renamed = renamed_in(request.GET, review)
    if kind not in KINDS or not renamed.cast.people:
        raise Http404
    content = file_of(
        kind,
        renamed.chronology,
        renamed.rows,
        title=f"Chronology under pseudonyms, review {review.written_number}",
        subtitle=f"{renamed.says} {NOT_ALL}",
        note=NOT_ALL,
    )
    return sent(content, kind, f"chronology-{review.in_address}-pseudonyms-not-for-publication")
