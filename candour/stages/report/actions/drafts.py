"""The source is frozen as a draft; its open files are made, read back, and kept only when all are clean."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.disclosure import Audience
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Person
from candour.stages.report.models import Check, Draft, Report
from candour.stages.report.one_source import frozen_of, undecided_of, writers_of
from candour.stages.report.releasing.finished_files import inspect_draft, names_of
from candour.stages.report.releasing.frozen import thawed


def draft_report(*, by: Person, report: Report) -> Draft:
    """Freeze the source, the cast and the allowed words as they stand.

    Raises Trouble while words wait for a decision, or somebody of the text has no pseudonym.
    """
    with act("drafted_report", by=by, on=report, needs=Can.WRITE_REPORT) as doing:
        Report.objects.select_for_update().get(pk=report.pk)
        _refuse_unready(report)
        frozen = frozen_of(report)
        last = report.drafts.aggregate(last=Max("number"))["last"] or 0
        draft = Draft.objects.create(
            report=report,
            number=last + 1,
            frozen=frozen.shape,
            sha256=frozen.sha256,
            files=names_of(frozen),
            authors=sorted({*writers_of(report), by.username}),
            drafted_at=timezone.now(),
            drafted_by=by.username,
        )
        doing.made(draft)
    return draft


def ask_for_check(*, by: Person, draft: Draft) -> Draft:
    """Ask the worker to check the draft: it takes too long for a page to wait."""
    with act("asked_for_check", by=by, on=draft, needs=Can.WRITE_REPORT):
        draft.check_asked_at, draft.check_asked_by = timezone.now(), by.username
        draft.save(update_fields=["check_asked_at", "check_asked_by"])
    return draft


def check_draft(*, by: Person, draft: Draft) -> list[Check]:
    """Make the open files, read them back, and record what was found in each.

    Where one is not clean, or could not be checked, no byte of any is kept.
    """
    inspected = inspect_draft(thawed(draft.frozen))
    with act("checked_draft", by=by, on=draft, needs=Can.WRITE_REPORT, why=str(inspected.verdict)):
        Draft.objects.select_for_update().get(pk=draft.pk)
        run = (draft.checks.aggregate(last=Max("run"))["last"] or 0) + 1
        now = timezone.now()
        return [
            Check.objects.create(
                draft=draft,
                run=run,
                file=one.file,
                result=str(one.verdict),
                found=inspected.found[one.file],
                sha256=keep_bytes(inspected.files[one.file]) if inspected.is_clean else "",
                made_at=now,
                made_by=by.username,
            )
            for one in inspected.checked
        ]


def _refuse_unready(report: Report) -> None:
    if not report.review.cast.exists():
        raise Trouble("The cast is empty.", do="Put the people of the review into its cast first.")
    waiting = {one.words for one in undecided_of(report)}
    if waiting:
        one = len(waiting) == 1
        raise Trouble(
            f"{len(waiting)} {'word waits' if one else 'words wait'} for a decision.",
            do="Decide on each before the open report can be checked.",
        )
    if not any(part.paragraphs.filter(withdrawn_at=None).exists() for part in report.parts.all()):
        raise Trouble("The report has no paragraphs.", do="Write the first one.")
    frozen = frozen_of(report)
    for edition in frozen.editions:
        frozen.view(Audience.OPEN, edition=edition)
