"""Writes down what a reading found: every row has one fate, and no id is lost by reading again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import Returned
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions._as_it_stood import (
    TakenOver,
    as_it_stands,
    save_again,
    what_was_other,
)
from candour.stages.chronology.models import (
    NO_LONGER_PLACED,
    READ_AGAIN,
    Entry,
    Return,
    ReturnState,
    UnplacedRow,
)
from candour.stages.chronology.returns.naming import NOTHING_KEPT, Place, keyed, named_drafts
from candour.stages.chronology.returns.reading import furniture_as_json, headings_as_json


def lock(review: Review) -> None:
    """One writer of a review's entries at a time: ids are counted across all of its returns."""
    Review.objects.select_for_update().get(pk=review.pk)


def keep_reading(
    sent: Return,
    returned: Returned,
    mapping: Mapping[str, Any],
    by: Person,
    taken_over: TakenOver | None = None,
) -> dict[Place, Entry]:
    """Make the rows of the database what the reading says. Runs inside an act, under the lock."""
    kept = keep_entries(sent, named_drafts(sent, returned), by, taken_over)
    gone = sent.entries.filter(withdrawn_at=None).exclude(pk__in=[one.pk for one in kept.values()])
    gone.update(withdrawn_at=timezone.now(), withdrawn_by=by.username, withdrawn_why=READ_AGAIN)
    unplaced = [one for one in returned.fates if isinstance(one, Unplaced)]
    _keep_unplaced(sent, unplaced, kept, by)
    sent.state, sent.mapping = ReturnState.READ, dict(mapping)
    sent.read_at, sent.read_by = timezone.now(), by.username
    sent.rows_in = len(kept) + len(unplaced)
    sent.headings, sent.furniture = headings_as_json(returned), furniture_as_json(returned)
    sent.trouble_what = sent.trouble_where = sent.trouble_do = ""
    sent.save()
    return kept


def keep_entries(
    sent: Return, drafts: Iterable[Told], by: Person, taken_over: TakenOver | None = None
) -> dict[Place, Entry]:
    """Each draft as an entry with its id, by part and row: new, changed, or as it was."""
    new, changed, kept = [], [], {}
    ids = taken_over.ids if taken_over else NOTHING_KEPT
    for draft, ours in keyed(sent, drafts, ids):
        entry, place = ours or Entry(review=sent.review, key=draft.id), (draft.place.part, draft.place.row)
        if ours is None or _differs(ours, sent, draft):
            before = as_it_stands(entry)
            _write(entry, sent, draft, by, taken_over=place in ids)
            (changed if ours else new).append(entry)
            if taken_over is not None and ours is not None:
                taken_over.stood[str(ours.pk)] = what_was_other(before, as_it_stands(entry))
        kept[place] = entry
    Entry.objects.bulk_create(new, batch_size=500)
    save_again(changed)
    return kept


def _differs(ours: Entry, sent: Return, draft: Told) -> bool:
    return _gone(ours, sent) or ours.in_return_id != sent.pk or ours.body != draft.as_json()


def _gone(ours: Entry, sent: Return) -> bool:
    """Withdrawn by a reading, or with its return; what a person withdrew stays so when it is read again."""
    if ours.withdrawn_at is None:
        return False
    return ours.withdrawn_why in NO_LONGER_PLACED or ours.in_return_id != sent.pk


def _write(entry: Entry, sent: Return, draft: Told, by: Person, *, taken_over: bool = False) -> None:
    """One taken over from the return that this one corrects stays as people left it: placed, or withdrawn."""
    entry.part, entry.row, entry.body = draft.place.part, draft.place.row, draft.as_json()
    entry.earliest, entry.latest = _aware(draft.when.earliest), _aware(draft.when.latest)
    if not taken_over:
        entry.placed_at, entry.placed_by = timezone.now(), by.username
        if _gone(entry, sent):
            entry.withdrawn_at, entry.withdrawn_by, entry.withdrawn_why = None, "", ""
    entry.in_return = sent


def _aware(at: datetime | None) -> datetime | None:
    return timezone.make_aware(at) if at else None


def _keep_unplaced(sent: Return, unplaced: list[Unplaced], kept: Mapping[Place, Entry], by: Person) -> None:
    ours = {(one.part, one.row): one for one in sent.unplaced.all()}
    new = []
    for one in unplaced:
        row = ours.pop((one.part, one.row), None) or UnplacedRow(in_return=sent, part=one.part, row=one.row)
        row.fate, row.code, row.reason = str(one.fate), str(one.code), one.reason
        row.readings, row.cells = list(one.readings), dict(one.cells)
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = None, "", ""
        if row.pk:
            row.save()
        else:
            new.append(row)
    UnplacedRow.objects.bulk_create(new, batch_size=500)
    for row in _no_longer(ours, kept):
        row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = timezone.now(), by.username, READ_AGAIN
        row.save()


def _no_longer(ours: Mapping[Place, UnplacedRow], kept: Mapping[Place, Entry]) -> Iterator[UnplacedRow]:
    """Rows that another reading placed by itself; one with an answer stays beside its entry."""
    for place, row in ours.items():
        if row.answered_at is not None and (entry := kept.get(place)) is not None:
            row.placed_entry, row.withdrawn_at, row.withdrawn_by, row.withdrawn_why = entry, None, "", ""
            row.save()
        elif row.withdrawn_at is None:
            yield row
