"""The report as it stands now, written out for one audience beside the pages: open, closed, or one person."""

from __future__ import annotations

from candour.domain.disclosure import Audience, Edition, View
from candour.domain.trouble import Trouble
from candour.files.reports.gate import WRITERS, Gated, gate
from candour.kernel.people.models import Person
from candour.stages.report.models import Report
from candour.stages.report.one_source import frozen_of, undecided_of
from candour.stages.report.reading_orders import orders_of, reader_of


def open_report(report: Report, *, kind: str, edition: Edition) -> Gated:
    """The open file through the gate; it is in the answer only where it is clean. Same source, same bytes.

    Raises Trouble where words of it still wait for somebody to decide, or the cast is empty.
    """
    if not report.review.cast.exists():
        raise Trouble("The cast is empty.", do="Put the people of the review into its cast first.")
    frozen = frozen_of(report)
    gated = gate(frozen.source, frozen.cast, frozen.register, formats=(kind,), edition=edition)
    if gated.files and (waiting := {one.words for one in undecided_of(report)}):
        raise Trouble(
            f"{len(waiting)} {'word waits' if len(waiting) == 1 else 'words wait'} for a decision.",
            do="Decide on each on the page Words to decide: nothing is open that nobody decided on.",
        )
    return gated


def view_for(report: Report, audience: Audience | Person, *, edition: Edition) -> View:
    """What is closed to the public, whole or as one person may read it under the orders of the judge."""
    frozen = frozen_of(report)
    if isinstance(audience, Person):
        return frozen.view(reader_of(audience, report.review), edition=edition, orders=orders_of(report))
    return frozen.view(audience, edition=edition)


def written(shown: View, *, kind: str, mark: str) -> bytes:
    """The file of one copy, with whose it is on each page."""
    return WRITERS[kind](shown, mark=mark)
