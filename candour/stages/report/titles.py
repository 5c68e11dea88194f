"""A title as the open report prints it: pages show it to people who may not see the source."""

from __future__ import annotations

from candour.domain.disclosure import Audience
from candour.domain.disclosure.references import runs
from candour.domain.trouble import Trouble
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named


def shown_title(report: Report, title: str | None = None) -> str:
    """With pseudonyms. A title whose reference leads nowhere is named by its number alone."""
    words = report.title if title is None else title
    try:
        shown = runs(words, fully_named(report.review), Audience.OPEN, where="the title")
        return "".join(run.text for run in shown)
    except Trouble:
        return "(a title with a reference that leads nowhere)"
