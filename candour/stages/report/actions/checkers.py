"""Two people who wrote none of it read the finished open report, and say yes or no."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.models import Checking, Draft
from candour.stages.report.way_to_release import may_check, way_of


def check_release(*, by: Person, draft: Draft, verdict: str, words: str) -> Checking:
    """Say `yes` or `no` of the files that the check found clean, and what was looked at.

    Raises Trouble for whoever wrote any of it, for a second time, and where there is no clean file to read.
    """
    with act("checked_release", by=by, on=draft, needs=Can.CHECK_RELEASE, why=verdict) as doing:
        way = way_of(Draft.objects.select_for_update().get(pk=draft.pk))
        if not (allowed := may_check(by, way)):
            raise Trouble(" ".join(allowed.reasons), do="Two other people check this draft.")
        if verdict not in ("yes", "no"):
            raise ValueError(f"{verdict!r} is neither yes nor no")
        checking = Checking.objects.create(
            draft=draft,
            checker=by,
            verdict=verdict,
            words=words,
            html_sha256=way.html_sha256,
            pdf_sha256=way.pdf_sha256,
            given_at=timezone.now(),
            given_by=by.username,
        )
        doing.made(checking)
    return checking


def take_back_checking(*, by: Person, checking: Checking) -> Checking:
    """Undo one's own yes or no, until the report is released on it."""
    with act("took_back_checking", by=by, on=checking, needs=Can.CHECK_RELEASE):
        if checking.checker_id != by.pk:
            raise Trouble("This is somebody else's yes or no.", do="Only they can take it back.")
        if way_of(checking.draft).release is not None:
            raise Trouble("The report is released on it.", do="Ask the chair to withdraw the release.")
        checking.withdrawn_at, checking.withdrawn_by = timezone.now(), by.username
        checking.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return checking
