"""A closed copy made for one person: which words are theirs, its mark on each page, its finished bytes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from candour.domain.disclosure import View
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.files.reports.docx import report_docx
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.kernel.people.models import Person
from candour.stages.report.hearing.reading_orders import closed_view, view_by_order
from candour.stages.report.models import Report

WRITERS = {"pdf": report_pdf, "docx": report_docx, "html": report_html}
FORMATS = (("pdf", "PDF"), ("docx", "Word document"), ("html", "Web page"))
FILES = {f"report.{one}": one for one in WRITERS}
"""The name in an address -> the format."""


@dataclass(frozen=True, slots=True)
class Made:
    """Finished bytes and what they are."""

    content: bytes
    mark: str
    text_sha256: str

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def made_copy(view: View, *, number: int, called: str, format: str, on: date) -> Made:
    """The copy with this number. Raises Trouble for a format that there is not."""
    if format not in WRITERS:
        raise Trouble("There is no such format.", do="Choose PDF, Word or a web page.")
    mark = f"Copy {number}, for {called}, {spoken_day(on)}"
    return Made(WRITERS[format](view, mark=mark), mark, view.sha256)


def words_for(report: Report, by: Person) -> View:
    """The whole closed report for somebody who may see the source."""
    return closed_view(report, by)


def words_by_order(report: Report, who: str) -> View:
    """What an order opens to this reader. Raises Trouble where none does."""
    view = view_by_order(report, who)
    if view is None:
        raise Trouble(
            "No order opens anything to this person as the report stands now.",
            do="Ask whoever rules to make one.",
        )
    return view
