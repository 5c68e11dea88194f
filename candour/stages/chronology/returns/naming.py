"""Whose account a row is, and under which id it is kept, across all returns of a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from django.db.models import Q

from candour.domain.agencies import Agencies
from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.integrate import entry_id
from candour.domain.chronology.order import instant
from candour.domain.chronology.returned import Returned
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry, Return

A_FEW = 50
"""Entries. For so few it is quicker to ask for each than to fetch those of the whole review."""
Place = tuple[str, int]
"""A part of a file and a row in it."""
NOTHING_KEPT: Mapping[Place, str] = {}


def said_names(review: Review) -> list[tuple[str, str]]:
    """(the agency's own name, the name it also goes by) for each that a person has said."""
    said = review.agency_names.filter(withdrawn_at=None)
    return list(said.values_list("agency__name", "name"))


def agencies_of(review: Review, used: Iterable[str]) -> Agencies:
    """The agencies of a review by every name they go by, each shown by its own name where it was asked."""
    asked = review.agencies_asked.filter(withdrawn_at=None).values_list("agency__name", flat=True)
    sent = review.returns.filter(withdrawn_at=None).values_list("agency__name", flat=True)
    own = [(name, name) for name in {*asked, *sent}]
    return Agencies({*asked, *sent, *used}, [*said_names(review), *own])


def named_drafts(sent: Return, returned: Returned) -> list[Told]:
    """The entries of a return, those that name no agency themselves under the name of who sent it."""
    return named(sent, returned, returned.entries())


def named(sent: Return, returned: Returned, entries: Iterable[Told]) -> list[Told]:
    """The same for some of its entries."""
    own, titled = sent.agency.name, returned.agency
    return [replace(one, agency=own) if one.agency == titled else one for one in entries]


def recognise(words: Iterable[str], agencies: Iterable[Organisation]) -> Organisation | None:
    """The one agency that any of the words names, or begins with; None where none or several do."""
    by_name = {one.name: one for one in agencies}
    known = Agencies(by_name)
    for word in words:
        if (name := known.named(word)) is not None:
            return by_name[name]
        begun = [one for one in by_name if _folded(word).startswith(_folded(one))]
        if len(begun) == 1:
            return by_name[begun[0]]
    return None


def keyed(
    sent: Return, drafts: Iterable[Told], kept: Mapping[Place, str] = NOTHING_KEPT
) -> Iterator[tuple[Told, Entry | None]]:
    """Each draft with its id, and the row of ours that already has it.

    A row keeps its id through every reading; `kept` are ids that rows bring from the return that this one
    corrects, by part and row. Of equal rows each takes the first count that is free; an id whose entry
    was withdrawn is free again, so that a row which comes again keeps what rests on it.
    """
    drafts = list(drafts)
    ours = _ours(sent, drafts, kept)
    standing_last = sorted(ours.values(), key=lambda one: one.withdrawn_at is None)
    at = {(one.part, one.row): one.key for one in standing_last if one.in_return_id == sent.pk}
    at.update(kept)
    ordered = sorted(drafts, key=lambda one: (instant(one), one.place.part, one.place.row))
    given: set[str] = set()
    rest: list[Told] = []
    for draft in ordered:
        key = at.get((draft.place.part, draft.place.row))
        if key is not None and key in ours:
            given.add(key)
            yield replace(draft, id=key), ours[key]
        else:
            rest.append(draft)
    for draft in rest:
        key = _free_id(draft, ours, given, sent)
        given.add(key)
        yield replace(draft, id=key), ours.get(key)


def _ours(sent: Return, drafts: Sequence[Told], kept: Mapping[Place, str]) -> dict[str, Entry]:
    """The entries of the review by their ids; for a few drafts those alone that bear on them."""
    rows = Entry.objects.filter(review=sent.review)
    if len(drafts) >= A_FEW:
        return {one.key: one for one in rows}
    places = Q(pk__in=[])
    for draft in drafts:
        places |= Q(part=draft.place.part, row=draft.place.row)
    found = {one.key: one for one in rows.filter(Q(in_return=sent) & places | Q(key__in=kept.values()))}
    count, sought = 0, list(drafts)
    while sought:  # equal rows are counted from 0 without a gap: nothing is beyond an id that nobody has
        ids = {entry_id(draft, count): draft for draft in sought}
        there = {one.key: one for one in rows.filter(key__in=ids)}
        found |= there
        sought = [draft for key, draft in ids.items() if key in there]
        count += 1
    return found


def _free_id(draft: Told, ours: Mapping[str, Entry], given: set[str], sent: Return) -> str:
    count = 0
    while True:
        key = entry_id(draft, count)
        entry = ours.get(key)
        free = entry is None or entry.withdrawn_at is not None or entry.in_return_id == sent.pk
        if free and key not in given:
            return key
        count += 1


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
