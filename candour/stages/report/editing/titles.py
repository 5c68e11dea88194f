"""A title as the open report prints it, for people who may not see the source; how a paragraph begins."""

from __future__ import annotations

from textwrap import shorten

from candour.domain.disclosure import Audience
from candour.domain.disclosure.references import runs
from candour.domain.identity import Cast
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


def first_words(text: str, cast: Cast, most: int = 100) -> str:
    """How a text of the source begins, under pseudonyms, closed phrases too; for those who may see it."""
    try:
        told = runs(text, cast, Audience.OPEN, where="the paragraph", phrases=Audience.CLOSED)
        said = "".join(run.text for run in told)
    except Trouble:
        said = text
    return shorten(said, most, placeholder=" …")
