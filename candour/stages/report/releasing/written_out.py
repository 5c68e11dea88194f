"""The open report as it stands now, through the gate, beside the pages: as a command gives it."""

from __future__ import annotations

from candour.domain.disclosure import Edition
from candour.domain.trouble import Trouble
from candour.files.reports.gate import Gated, gate
from candour.stages.report.models import Report
from candour.stages.report.one_source import frozen_of, undecided_of


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
