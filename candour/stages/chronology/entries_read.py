"""A review's entries out of the database, read once for as long as they stand as they do.

A page of ten thousand entries would else spend most of its time on reading rows that nobody has changed.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from functools import lru_cache
from threading import Lock

from candour.domain.agencies import Agencies
from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.order import in_order
from candour.domain.chronology.told import told_agencies
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry

REVIEWS_KEPT = 4
SINCE = ("pk", "placed_at", "in_return_id", "in_return__read_at")
"""Whatever changes the words of an entry changes one of these: it is placed, or taken over by a reading."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which entries of a review stand, and since when as they do."""

    review: int
    rows: tuple[tuple[object, ...], ...]


_kept: OrderedDict[Standing, tuple[Told, ...]] = OrderedDict()
_keeping = Lock()
"""Several threads answer pages: what one has just looked up, another may put away."""


def entries_told(review: Review) -> tuple[Standing, tuple[Told, ...]]:
    """Each as its agency gave it, under the names that stand in the return."""
    rows = Entry.objects.filter(review=review, withdrawn_at=None).order_by("pk")
    standing = Standing(review.pk, tuple(rows.values_list(*SINCE)))
    with _keeping:
        told = _kept.get(standing)
    if told is None:
        # What stands is read once more together with the words: somebody may have changed them meanwhile.
        whole = list(rows.values_list(*SINCE, "body"))
        standing = Standing(review.pk, tuple(row[:-1] for row in whole))
        told = tuple(Told.from_json(row[-1]) for row in whole)
    _keep(standing, told)
    return standing, told


def entries_named(standing: Standing, told: tuple[Told, ...], agencies: Agencies) -> tuple[Told, ...]:
    """Those just read, in order of time, every agency under the name it goes by here."""
    return _in_order(_Asked(standing, agencies.meanings, told, agencies))


@dataclass(frozen=True, slots=True)
class _Asked:
    standing: Standing
    meanings: object
    told: tuple[Told, ...] = field(compare=False)
    agencies: Agencies = field(compare=False)


@lru_cache(maxsize=REVIEWS_KEPT)
def _in_order(asked: _Asked) -> tuple[Told, ...]:
    named = asked.agencies.named
    return tuple(
        in_order(
            replace(one, agency=named(one.agency) or one.agency, told=told_agencies(one, named))
            for one in asked.told
        )
    )


def _keep(standing: Standing, told: tuple[Told, ...]) -> None:
    with _keeping:
        _kept[standing] = told
        _kept.move_to_end(standing)
        while len(_kept) > REVIEWS_KEPT:
            _kept.popitem(last=False)
