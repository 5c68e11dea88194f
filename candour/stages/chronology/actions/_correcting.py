"""A corrected return is read: unchanged rows keep their entries and answers, and what changed is noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from candour.domain.chronology.corrections import Compared, Row, compare
from candour.domain.chronology.placing import NO_ANSWERS, Unplaced
from candour.domain.chronology.returned import Returned
from candour.domain.moments import Moment
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._as_it_stood import TakenOver
from candour.stages.chronology.actions._fates import keep_reading
from candour.stages.chronology.corrections.comparing import (
    Before,
    answered_before,
    asked_before,
    rows_before,
    rows_now,
)
from candour.stages.chronology.corrections.superseded import said_in_words, what_rested
from candour.stages.chronology.models import BeforeCorrection, Entry, Return, UnplacedRow
from candour.stages.chronology.returns.naming import Place, named_drafts
from candour.stages.chronology.returns.reading import read_as_said

STILL_THE_SAME = {"place", "id", "cells"}
"""Parts of an entry's body that another file, or other words in its headings, give an unchanged row."""


@dataclass(frozen=True, slots=True)
class Read:
    """A corrected return as it is read with the answers that its held rows bring along."""

    plain: Returned
    returned: Returned
    answered: Mapping[Place, UnplacedRow]
    before: Sequence[Before]
    now: Sequence[Row]
    compared: Compared


def read_beside(sent: Return, earlier: Return, mapping: Mapping[str, Any]) -> Read:
    """Raises Trouble where no table can be read by the mapping."""
    plain = read_as_said(sent, mapping, NO_ANSWERS)
    answered = answered_before(earlier, plain)
    answers = {place: Moment.from_json(row.answer) for place, row in answered.items()}
    returned = read_as_said(sent, mapping, answers)
    before, now = rows_before(earlier), rows_now(named_drafts(sent, returned), returned)
    return Read(plain, returned, answered, before, now, compare([one.row for one in before], now))


def keep_correction(sent: Return, mapping: Mapping[str, Any], by: Person) -> str:
    """Put a corrected return in the place of the earlier one. Inside an act; says what changed in words."""
    earlier: Any = sent.corrects
    read = read_beside(sent, earlier, mapping)
    pairs = dict(read.compared.same)
    ids = {
        (read.now[other].part, read.now[other].row): entry.key
        for one, other in pairs.items()
        if (entry := read.before[one].entry) is not None
    }
    taken_over = TakenOver(ids)
    kept = keep_reading(sent, read.returned, mapping, by, taken_over)
    _keep_answered(sent, read, kept)
    sent.rows_in = len(read.now)
    sent.changes = _changes(sent, read, kept, taken_over.stood)
    _end(earlier, sent, taken_over.stood, by)
    sent.save()
    BeforeCorrection.objects.create(
        in_return=sent,
        stood=taken_over.stood,
        rested=what_rested(sent, taken_over.stood),
        kept_at=sent.read_at,
        kept_by=by.username,
    )
    return said_in_words(sent.changes)


def _keep_answered(sent: Return, read: Read, kept: Mapping[Place, Entry]) -> None:
    """Answers and questions of held rows come along with those that have the same cells."""
    plain = {(one.part, one.row): one for one in read.plain.fates if isinstance(one, Unplaced)}
    UnplacedRow.objects.bulk_create(
        _answered_again(sent, plain[place], row, kept[place]) for place, row in read.answered.items()
    )
    asked = asked_before(sent.corrects, read.returned)  # type: ignore[arg-type]  # it corrects one
    for row in sent.unplaced.filter(placed_entry=None) if asked else ():
        if (was := asked.get((row.part, row.row))) is not None:
            row.asked_at, row.asked_by, row.asked_note = was.asked_at, was.asked_by, was.asked_note
            row.save(update_fields=["asked_at", "asked_by", "asked_note"])


def _answered_again(sent: Return, held: Unplaced, was: UnplacedRow, entry: Entry) -> UnplacedRow:
    return UnplacedRow(
        in_return=sent,
        part=held.part,
        row=held.row,
        fate=str(held.fate),
        code=str(held.code),
        reason=held.reason,
        readings=list(held.readings),
        cells=dict(held.cells),
        asked_at=was.asked_at,
        asked_by=was.asked_by,
        asked_note=was.asked_note,
        answer=was.answer,
        answered_at=was.answered_at,
        answered_by=was.answered_by,
        answered_why=was.answered_why,
        answered_in=was.answered_in,
        corrected=was.corrected,
        placed_entry=entry,
    )


def _changes(
    sent: Return, read: Read, kept: Mapping[Place, Entry], stood: Mapping[str, Any]
) -> dict[str, Any]:
    """What `Return.changes` keeps."""
    without = {(one.part, one.row): f"u{one.pk}" for one in sent.unplaced.filter(placed_entry=None)}
    places = [(one.part, one.row) for one in read.now]
    now = [f"e{kept[place].pk}" if place in kept else without[place] for place in places]
    otherwise = [one for one, _ in read.compared.same if _read_otherwise(read.before[one].entry, stood)]
    changed = [[read.before[one].said] * 2 for one in otherwise]
    changed += [[read.before[one].said, now[other]] for one, other in read.compared.changed]
    return {
        "same": len(read.compared.same) - len(otherwise),
        "changed": changed,
        "new": [now[other] for other in read.compared.new],
        "gone": [read.before[one].said for one in read.compared.gone],
    }


def _read_otherwise(entry: Entry | None, stood: Mapping[str, Any]) -> bool:
    """True where the cells are the same, but not what is read from them: as under another month heading."""
    was = {} if entry is None else stood.get(str(entry.pk), {}).get("body", {})
    return bool(set(was) - STILL_THE_SAME)


def _end(earlier: Return, sent: Return, stood: dict[str, Any], by: Person) -> None:
    """The earlier return counts no more. What of it was not taken over leaves the chronology."""
    left = set(earlier.entries.filter(withdrawn_at=None).values_list("pk", flat=True))
    changed = {int(was[1:]) for was, _ in sent.changes["changed"] if was[0] == "e"} & left
    at, name = sent.read_at, sent.name
    for keys, why in (
        (changed, f"Changed in the corrected return {name}."),
        (left - changed, f"Not in the corrected return {name}."),
    ):
        marks = {"withdrawn_at": at, "withdrawn_by": by.username, "withdrawn_why": why[:400]}
        earlier.entries.filter(pk__in=keys).update(**marks)
    stood |= {str(pk): {"withdrawn_at": None, "withdrawn_by": "", "withdrawn_why": ""} for pk in left}
    earlier.withdrawn_at, earlier.withdrawn_by = at, by.username
    earlier.withdrawn_why = f"Corrected by {name}."[:400]
    earlier.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_why"])
