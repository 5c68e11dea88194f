"""A held row is given its date by a person, asked about, or taken back."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.moments import Moment
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.actions._places import place
from candour.stages.chronology.models import TAKEN_BACK, Entry, Return, UnplacedRow
from candour.stages.chronology.resting import what_rests_on


def place_rows(
    *, by: Person, return_: Return, answers: Mapping[UnplacedRow, Moment], why: str
) -> list[Entry]:
    """Place held rows of one return where a person says. Raises Trouble where one is held no longer."""
    with act("placed_held_rows", by=by, on=return_, needs=Can.FIX_HELD_ROWS, why=why):
        lock(return_.review)
        return place(return_, answers, by, why)


def ask_agency_about(*, by: Person, row: UnplacedRow, note: str) -> None:
    """Keep a row held, with what the agency is asked about it."""
    with act("asked_agency_about_row", by=by, on=row, needs=Can.FIX_HELD_ROWS, why=note):
        row.asked_at, row.asked_by, row.asked_note = timezone.now(), by.username, note[:400]
        row.save(update_fields=["asked_at", "asked_by", "asked_note"])


def take_back_place(*, by: Person, row: UnplacedRow) -> None:
    """Hold a row again that a person placed. Raises Trouble once something rests on its entry."""
    with act("took_back_place", by=by, on=row, needs=Can.FIX_HELD_ROWS):
        lock(row.in_return.review)
        row.refresh_from_db()
        if (entry := row.placed_entry) is None:
            return
        if resting := what_rests_on(entry):
            raise Trouble(
                f"The place cannot be taken back: {resting[0]} rests on this entry.",
                where=f"{row.in_return.name}, {row}",
                do="Take the entry out of it first, or leave the row where it is.",
            )
        entry.withdrawn_at, entry.withdrawn_by = timezone.now(), by.username
        entry.withdrawn_why = TAKEN_BACK
        entry.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
        row.answer, row.placed_entry, row.answered_in = {}, None, None
        row.answered_at, row.answered_by, row.answered_why = None, "", ""
        row.save()
