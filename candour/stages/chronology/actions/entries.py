"""A person takes one entry out of the chronology, with a reason; it stays readable, and can be put back."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Entry
from candour.stages.chronology.one_entry import may_stand_again

_MARKS = ["withdrawn_at", "withdrawn_by", "withdrawn_why"]


def withdraw_entry(*, by: Person, entry: Entry, why: str) -> None:
    """Count an entry no longer. What rests on it keeps it, and shows that it was withdrawn."""
    with act("withdrew_entry", by=by, on=entry, needs=Can.FIX_HELD_ROWS, why=why):
        lock(entry.review)
        entry.refresh_from_db()
        if entry.withdrawn_at is not None:
            return
        entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_why = timezone.now(), by.username, why[:400]
        entry.save(update_fields=_MARKS)


def put_entry_back(*, by: Person, entry: Entry) -> None:
    """Count a withdrawn entry again. Raises Trouble where its row or its return stands no more."""
    with act("put_entry_back", by=by, on=entry, needs=Can.FIX_HELD_ROWS):
        lock(entry.review)
        entry.refresh_from_db()
        if entry.withdrawn_at is None:
            return
        if not may_stand_again(entry):
            raise Trouble(
                "The entry cannot be put back: its return was withdrawn, or its row has another fate now.",
                where=str(entry),
                do="Open the return to see where the row stands.",
            )
        entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_why = None, "", ""
        entry.save(update_fields=_MARKS)
