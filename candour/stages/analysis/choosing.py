"""Entries to choose from: those of some days, of one agency, or with a word, and those chosen already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from candour.domain.moments.spoken import spoken
from candour.domain.timeline import Lane
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import lanes_of_review

MOST = 150


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry as a box to tick."""

    entry: Entry
    when: str
    event: str
    lane: Lane | None
    place: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    shown: tuple[Choice, ...]
    of: int


def entries_in(review: Review, keys: Iterable[str]) -> list[Entry]:
    """The entries of a review with these keys that are not withdrawn."""
    return list(Entry.objects.filter(review=review, withdrawn_at=None, key__in=list(keys)))


def choices_in(
    review: Review,
    chosen: Iterable[str],
    *,
    first: date | None = None,
    last: date | None = None,
    agency: str = "",
    words: str = "",
    among: Q | None = None,
) -> Choices:
    """The entries that fit, in order of time, with those chosen always among them."""
    keys = set(chosen)
    fits = Q() if among is None else among
    if first:
        fits &= Q(latest__date__gte=first) | Q(latest=None)
    if last:
        fits &= Q(earliest__date__lte=last) | Q(earliest=None)
    if agency:
        fits &= Q(in_return__agency__name=agency)
    there = Entry.objects.filter(review=review, withdrawn_at=None)
    if fits:
        there = there.filter(fits | Q(key__in=keys)).distinct()
    lanes = {lane.agency: lane for lane in lanes_of_review(review)}
    rows = [
        _choice(one, lanes, keys) for one in there.select_related("in_return__agency", "in_return__paper")
    ]
    kept = [one for one in rows if one.chosen or words.casefold() in one.event.casefold()]
    shown = kept[:MOST] + [one for one in kept[MOST:] if one.chosen]
    return Choices(tuple(shown), len(kept))


def _choice(entry: Entry, lanes: dict[str, Lane], keys: set[str]) -> Choice:
    told, sent = entry.told, entry.in_return
    part = f"{entry.part}, " if entry.part else ""
    return Choice(
        entry,
        spoken(told.when),
        told.event,
        lanes.get(sent.agency.name),
        f"{sent.paper.name}, {part}row {entry.row}",
        entry.key in keys,
    )
