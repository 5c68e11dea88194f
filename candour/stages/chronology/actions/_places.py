"""Held rows get their place, inside an act: by hand one by one, or many from a workbook that came back."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from candour.domain.moments import Fate, Moment
from candour.domain.trouble import Trouble
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import keep_entries
from candour.stages.chronology.models import Entry, Return, UnplacedRow
from candour.stages.chronology.returns.reading import drafts_answered

_ANSWER = ("answer", "answered_at", "answered_by", "answered_why", "answered_in")


def place(
    sent: Return, answers: Mapping[UnplacedRow, Moment], by: Person, why: str, paper: Paper | None = None
) -> list[Entry]:
    """By an act that has the lock; `paper` is the workbook that brought the answers, if one did."""
    _refuse_settled(sent, answers)
    drafts = drafts_answered(sent, {(row.part, row.row): moment for row, moment in answers.items()})
    kept = keep_entries(sent, drafts, by)
    for row, moment in answers.items():
        row.answer = moment.as_json()
        row.answered_at, row.answered_by, row.answered_why = timezone.now(), by.username, why[:400]
        row.answered_in = paper
        row.placed_entry = kept[row.part, row.row]
    UnplacedRow.objects.bulk_update(answers, [*_ANSWER, "placed_entry"], batch_size=200)
    return list(kept.values())


def _refuse_settled(sent: Return, answers: Mapping[UnplacedRow, Moment]) -> None:
    held = sent.unplaced.filter(fate=str(Fate.HELD), placed_entry=None, withdrawn_at=None)
    still = set(held.filter(pk__in=[row.pk for row in answers]).values_list("pk", flat=True))
    for row in answers:
        if row.pk not in still:
            raise Trouble(
                "This row is held no longer: somebody else placed it, or the file was read again.",
                where=f"{sent.name}, {row}",
                do="Open the return again to see where the row stands.",
            )
