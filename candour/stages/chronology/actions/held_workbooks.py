"""A workbook of held rows comes back: what has a date is placed in one act, and the whole can be undone."""

from __future__ import annotations

from collections import Counter

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.actions._places import place
from candour.stages.chronology.corrections.held_back import Became, Line, lines_of
from candour.stages.chronology.models import TAKEN_BACK, Entry, Return, UnplacedRow
from candour.stages.chronology.resting import what_rests_on_each


def send_held_rows_back(*, by: Person, return_: Return, name: str, content: bytes) -> Paper:
    """Keep the workbook as it came, and place each held row whose date can now be read without doubt.

    Raises Trouble, and keeps nothing, where the file is no workbook of held rows. Other cells that came
    back changed are noted with their row and not taken in: its words stay those of the agency's return.
    """
    lines_of(return_, name, content)  # what cannot be read is said before anything is kept
    with act("sent_held_rows_back", by=by, on=return_, needs=Can.FIX_HELD_ROWS) as doing:
        lock(return_.review)
        return_.refresh_from_db()
        if return_.withdrawn_at is not None:
            what = f"{return_.name} counts no longer: {return_.withdrawn_why}"
            raise Trouble(what, where=return_.name, do="Download the held rows of the return that counts.")
        paper = kept(by=by, review=return_.review, agency=return_.agency, name=name, content=content)
        lines = lines_of(return_, name, content)
        answers = {one.row: one.when for one in lines if one.row and one.when}
        place(return_, answers, by, f"Written in {name}, which came back.", paper)
        _note_changed(lines)
        doing.why = f"{name}: {_counted(lines)}"
    return paper


def _note_changed(lines: list[Line]) -> None:
    for one in lines:
        if one.row is not None and one.changed:
            one.row.corrected = dict(one.changed)
            one.row.save(update_fields=["corrected"])


def _counted(lines: list[Line]) -> str:
    counts = Counter(one.became for one in lines)
    return ", ".join(f"{counts[one]} {one}" for one in Became if counts[one]) or "no rows"


def take_back_held_rows_sent(*, by: Person, return_: Return, paper: Paper) -> None:
    """Hold every row again that a workbook placed. Raises Trouble once something rests on one of them."""
    with act("took_back_held_rows_sent", by=by, on=return_, needs=Can.FIX_HELD_ROWS, why=paper.name):
        lock(return_.review)
        rows = list(return_.unplaced.filter(answered_in=paper).select_related("placed_entry__in_return"))
        entries = Entry.objects.filter(pk__in=[row.placed_entry_id for row in rows])
        _refuse_rested_on(return_, rows, set(what_rests_on_each(entries)))
        marks = {"withdrawn_at": timezone.now(), "withdrawn_by": by.username, "withdrawn_why": TAKEN_BACK}
        entries.filter(in_return=return_, withdrawn_at=None).update(**marks)
        nothing = {"answer": {}, "placed_entry": None, "answered_in": None, "corrected": {}}
        nothing |= {"answered_at": None, "answered_by": "", "answered_why": ""}
        return_.unplaced.filter(answered_in=paper).update(**nothing)


def _refuse_rested_on(sent: Return, rows: list[UnplacedRow], resting: set[int]) -> None:
    if sent.withdrawn_at is not None:
        raise Trouble(f"{sent.name} counts no longer.", where=sent.name, do="Open the return that counts.")
    first = next((row for row in rows if row.placed_entry_id in resting), None)
    if first is not None:
        raise Trouble(
            "The workbook cannot be undone as a whole: something rests on a row that it placed.",
            where=f"{sent.name}, {first}",
            do="Take back the rows one by one, or leave them where they are.",
        )
