"""Words of papers that nobody had decided on: kept for a reason, paper by paper, or asked about again."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.hearing.models import KeptWord, Making
from candour.stages.hearing.undecided import never_kept
from candour.stages.report.models import Report


def keep_paper_words(
    *, by: Person, making: Making, sha256: str, words: Iterable[str], reason: str
) -> list[KeptWord]:
    """Let these words stand in this very paper, in any open bundle of the review; each is undone by itself.

    Raises Trouble for what was not asked of the copy, and for what the gate would refuse all the same: one
    such stops all.
    """
    with act("kept_paper_words", by=by, on=making, needs=Can.WRITE_REPORT, why=reason):
        report = Report.objects.select_for_update().get(pk=making.bundle.report_id)
        asked = {one["words"]: one["paper"] for one in making.asked if one["sha256"] == sha256}
        there = report.words_kept_in_papers.filter(sha256=sha256, withdrawn_at=None)
        standing = {*there.values_list("words", flat=True)}
        several = [one for one in dict.fromkeys(words) if one not in standing]
        if not several or any(one not in asked for one in several):
            raise Trouble("Nothing is chosen that waits for a decision.", do="Look at the list again.")
        why_never = never_kept(report)
        for one in several:
            if why := why_never(one):
                raise Trouble(f"“{one}” cannot be kept. {why}", do="Leave the paper out.")
        said = {"report": report, "sha256": sha256, "reason": reason.strip(), "kept_by": by.username}
        rows = [
            KeptWord(**said, paper=asked[one][:200], words=one, kept_at=timezone.now()) for one in several
        ]
        KeptWord.objects.bulk_create(rows)
    return rows


def ask_about_paper_word_again(*, by: Person, kept: KeptWord) -> KeptWord:
    """Undo: the words wait for a decision again. A copy that was made with them can be ordered no longer."""
    with act("asked_about_paper_word_again", by=by, on=kept, needs=Can.WRITE_REPORT):
        Report.objects.select_for_update().get(pk=kept.report_id)
        kept.refresh_from_db()
        if kept.withdrawn_at is not None:
            raise Trouble("It is asked about already.", do="Nothing more is needed.")
        kept.withdrawn_at, kept.withdrawn_by = timezone.now(), by.username
        kept.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return kept
