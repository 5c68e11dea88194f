"""Two people who wrote none of it read the finished open report: yes, subject to a change, or no."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.report.models import Checking, Draft, Says
from candour.stages.report.releasing.way_to_release import may_check, refuse_others, way_of


def check_release(
    *, by: Person, draft: Draft, verdict: str, words: str, wanted: str = "", shown: str | None = None
) -> Checking:
    """Say `yes`, `change` or `no` of the files that the check found clean, and what was looked at.

    With `change`, `wanted` says which; it counts as not yet. `shown`: the seal of the files on the page that
    was read. Raises Trouble for whoever wrote any of it, for a second time, where there is no clean file to
    read or another than was shown, and for a change that is not said.
    """
    with act("checked_release", by=by, on=draft, needs=Can.CHECK_RELEASE, why=verdict) as doing:
        way = way_of(Draft.objects.select_for_update().get(pk=draft.pk))
        refuse_others(way, shown)
        if not (allowed := may_check(by, way)):
            raise Trouble(" ".join(allowed.reasons), do="Two other people check this draft.")
        if verdict not in Says.values:
            raise ValueError(f"{verdict!r} is neither yes nor no")
        if (verdict == Says.CHANGE) != bool(wanted.strip()):
            raise Trouble(
                "A change is wanted and not said, or said with a plain yes or no.",
                do="Say the change with “Subject to a change”, and leave that box empty otherwise.",
            )
        checking = Checking.objects.create(
            draft=draft,
            checker=by,
            verdict=verdict,
            words=words,
            wanted=wanted.strip(),
            html_sha256=way.html_sha256,
            pdf_sha256=way.pdf_sha256,
            hashes=way.hashes,
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
        draft = Draft.objects.select_for_update().get(pk=checking.draft_id)  # no release comes between
        if not draft.checkings.filter(pk=checking.pk, withdrawn_at=None).exists():
            raise Trouble("It was taken back already.", do="Nothing more is needed.")
        if way_of(draft).release is not None:
            raise Trouble("The report is released on it.", do="Ask the chair to withdraw the release.")
        checking.withdrawn_at, checking.withdrawn_by = timezone.now(), by.username
        checking.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return checking
