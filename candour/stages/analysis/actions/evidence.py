"""The entries a finding rests on: chosen with their words as they are that day, or taken back."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.thread import seal
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.analysis.models import Evidence, Finding
from candour.stages.analysis.resting import words_of
from candour.stages.chronology.models import Entry


def rest_on_entry(*, by: Person, finding: Finding, entry: Entry, why: str = "") -> Evidence:
    """Let an entry carry a finding. Its words are frozen with their SHA-256, to be compared later."""
    if entry.review_id != finding.review_id:
        raise Trouble("The entry is of another review.", do="Choose from this review's chronology.")
    if entry.withdrawn_at is not None:
        raise Trouble("The entry was withdrawn.", do="Choose one that stands.")
    if finding.evidence.filter(entry=entry, withdrawn_at=None).exists():
        raise Trouble("The finding rests on this entry already.", do="Choose another.")
    words = words_of(entry)
    with act("rested_on_entry", by=by, on=finding, needs=Can.ANALYSE, why=why) as doing:
        return doing.made(
            Evidence.objects.create(
                finding=finding,
                entry=entry,
                words=words,
                sha256=seal(words),
                why=why,
                chosen_at=timezone.now(),
                chosen_by=by.username,
            )
        )


def take_back_evidence(*, by: Person, evidence: Evidence, why: str = "") -> None:
    """The finding no longer rests on the entry; that it once did is kept."""
    if not evidence.stands:
        raise Trouble("It was taken back already.", do="Go back to the finding.")
    with act("took_back_evidence", by=by, on=evidence, needs=Can.ANALYSE, why=why):
        evidence.save(update_fields=evidence.mark_withdrawn(by, why))
