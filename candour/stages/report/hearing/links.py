"""Where the hearing stands, on the report's own page and at the desk: each line for whoever may open it."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.methods.method import Code
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.web.tasks import Missing
from candour.stages.report.hearing.place import address
from candour.stages.report.hearing.reads import open_applications, open_replies
from candour.stages.report.hearing.who_rules import ruling_title
from candour.stages.report.models import ExtractKind, FamilyProposal, Report


def hearing_links(report: Report, viewer: Person) -> list[tuple[str, str, str]]:
    """(title, address, where it stands in words)."""
    return list(_links(report, viewer))


def missing_of_hearing(report: Report, viewer: Person) -> Iterator[Missing]:
    """What the release waits for: rulings on replies, and on applications to withhold."""
    review = report.review
    if replies := open_replies(report):
        href = address("replies", review) if may(viewer, Can.SEE_SOURCE, review) else ""
        words = f"{_counted(len(replies), 'ruling')} to give"
        yield Missing("Right of reply", href, "waits", words, "Whoever leads the review")
    if asked := open_applications(report):
        href = address("orders", review) if may(viewer, Can.HEAR, review) else ""
        words = f"{_counted(len(asked), 'ruling')} to give"
        yield Missing("Applications to withhold", href, "waits", words, ruling_title(review))


def _links(report: Report, viewer: Person) -> Iterator[tuple[str, str, str]]:
    review = report.review
    sees = bool(may(viewer, Can.SEE_SOURCE, review))
    if sees:
        sent = report.extracts.filter(kind=ExtractKind.REPLY, withdrawn_at=None).count()
        open_ones = len(open_replies(report))
        words = f"{open_ones} of {sent} without a ruling" if sent else "Nobody was sent an extract"
        yield "Right of reply", address("replies", review), words
    if may(viewer, Can.HEAR, review):
        standing = report.orders.filter(withdrawn_at=None).count()
        waiting = len(open_applications(report))
        words = _counted(standing, "order") + (
            f", {_counted(waiting, 'application')} to rule on" * (waiting > 0)
        )
        yield "Orders and applications", address("orders", review), words
    if sees:
        out = report.copies.filter(ended="").count()
        yield "Closed copies", address("copies", review), f"{out or 'None'} out"
    if may(viewer, Can.WRITE_REPORT, review) and load_method(review.method).has_rule(Code.HEARINGS):
        href = reverse("hearing:bundles", args=[review.in_address])
        yield "Bundles for a hearing", href, "Papers for the day"
    if may(viewer, Can.KEEP_PARTICIPANTS, review):
        rows = FamilyProposal.objects.filter(review=review, withdrawn_at=None)
        waiting = rows.filter(answer="").count()
        words = (
            f"{_counted(rows.count(), 'proposal')}, {waiting} not answered" if rows else "Nothing proposed"
        )
        yield "The family", address("family", review), words


def _counted(number: int, noun: str) -> str:
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"
