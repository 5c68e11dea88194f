"""A blank return of one agency to download, as a workbook or a Word document."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.files.results.blank_return import Asked
from candour.files.results.blank_return_docx import blank_return_docx
from candour.files.results.blank_return_xlsx import blank_return_xlsx
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.writing.drafts_at import agency_to_write_for
from candour.stages.commission.models import Commission

WORKBOOK, DOCUMENT = "xlsx", "docx"
_TYPES = {
    WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    DOCUMENT: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_WRITERS = {WORKBOOK: blank_return_xlsx, DOCUMENT: blank_return_docx}


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, agency: str, form: str) -> HttpResponse:
    viewer: Any = request.user
    asked = asked_of(review, agency_to_write_for(viewer, review, agency))
    response = HttpResponse(_WRITERS[form](asked), content_type=_TYPES[form])
    name = f"return-{review.in_address}-{agency}.{form}"
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response


def asked_of(review: Review, agency: Organisation) -> Asked:
    """What one agency is asked: the review by its number and the name it goes by, its questions."""
    commission = Commission.objects.filter(review=review).first()
    asked = review.agencies_asked.filter(withdrawn_at=None).select_related("agency")
    due = next((one.due_on for one in asked if one.agency_id == agency.pk), None)
    period = ""
    if commission is not None:
        period = f"{spoken_day(commission.period_from)} to {spoken_day(commission.period_to)}"
    return Asked(
        number=review.written_number,
        title=review.title,
        agency=agency.name,
        period=period,
        due=spoken_day(due) if due else "",
        lines_of_enquiry=tuple(commission.lines_of_enquiry) if commission else (),
        agencies=tuple(sorted({one.agency.name for one in asked} | {agency.name})),
    )
