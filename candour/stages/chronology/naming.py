"""Whose account a row is, and under which id it is kept, across all returns of a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from candour.domain.agencies import Agencies
from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.integrate import entry_id
from candour.domain.chronology.order import instant
from candour.domain.chronology.returned import Returned
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry, Return

A_FEW = 50
"""Entries. For so few it is quicker to fetch the words of each than those of the whole review."""


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
    own, titled = sent.agency.name, returned.agency
    return [replace(one, agency=own) if one.agency == titled else one for one in returned.entries()]


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


def keyed(sent: Return, drafts: Iterable[Told]) -> Iterator[tuple[Told, Entry | None]]:
    """Each draft with its id, and the row of ours that already has it.

    A row keeps its id through every reading. Of equal rows each takes the first count that is free; an
    id whose entry was withdrawn is free again, so that a corrected file keeps what rests on it.
    """
    drafts = list(drafts)
    rows = Entry.objects.filter(review=sent.review)
    few = len(drafts) < A_FEW
    ours = {one.key: one for one in (rows.defer("body") if few else rows)}
    at = {(one.part, one.row): one.key for one in ours.values() if one.in_return_id == sent.pk}
    ordered = sorted(drafts, key=lambda one: (instant(one), one.place.part, one.place.row))
    given: set[str] = set()
    rest: list[Told] = []
    for draft in ordered:
        key = at.get((draft.place.part, draft.place.row))
        if key is not None and key in _used_ids(draft, ours):
            given.add(key)
            yield replace(draft, id=key), ours[key]
        else:
            rest.append(draft)
    for draft in rest:
        key = _free_id(draft, ours, given, sent)
        given.add(key)
        yield replace(draft, id=key), ours.get(key)


def _used_ids(draft: Told, ours: Mapping[str, Entry]) -> set[str]:
    used: set[str] = set()
    while (key := entry_id(draft, len(used))) in ours:
        used.add(key)
    return used


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
