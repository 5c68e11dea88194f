"""What the walk came to: the ledger of the returns, and the check on the open and on the closed report."""

from __future__ import annotations

from pathlib import Path

import click

from candour.domain.disclosure import Audience
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import Verdict, worst
from candour.files.reports.gate import check_files
from candour.files.reports.html import report_html
from candour.files.reports.pdf import report_pdf
from candour.kernel.reviews.models import Review
from candour.stages.chronology.ledger import ledger_of
from candour.stages.report.models import Release
from candour.stages.report.releasing.frozen import thawed

EXPECTED = {Audience.OPEN: Verdict.CLEAN, Audience.CLOSED: Verdict.LEAK}


def print_ledger() -> None:
    """Rows in = placed + held + refused, for each return of the review that was published."""
    review = Review.objects.get(year=2014, number=3)
    ledger = ledger_of(review)
    click.echo(f"{review}: returns")
    click.echo(f"  {'agency':<34}{'in':>6}{'placed':>8}{'held':>6}{'refused':>9}")
    for one in (*ledger.returns, ledger):
        name = str(getattr(one, "agency", "all"))
        click.echo(f"  {name:<34}{one.rows_in:>6}{one.placed:>8}{one.held:>6}{one.refused:>9}")


def print_checks(folder: Path) -> None:
    """The released open report must be clean, and the closed one must leak, or the check is no check."""
    frozen = thawed(Release.objects.get(draft__report__review__number=3).draft.frozen)
    folder.mkdir(parents=True, exist_ok=True)
    for audience, expected in EXPECTED.items():
        shown = frozen.view(audience)
        made = {f"{audience}-report.html": report_html(shown), f"{audience}-report.pdf": report_pdf(shown)}
        for name, content in made.items():
            (folder / name).write_bytes(content)
        verdict = worst(check_files(made, frozen.register))
        if verdict is not expected:
            raise Trouble(f"The {audience} report came out as {verdict}.", do="This is a fault: report it.")
        click.echo(f"The {audience} report, read back by other code: {verdict}, as it must be.")
