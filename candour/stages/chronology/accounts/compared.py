"""What a comparison of the rows found: kept as long as they stand as they do, and waited for only so long.

Many rows take long: 0.15 ms of CPU time each, so 15 s for 100,000. They are compared beside the pages, one
review at a time, and a page that is opened meanwhile says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from candour.domain.chronology.conflicts import Conflict, find_conflicts
from candour.domain.chronology.duplicates import propose_duplicates
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.links import Link, propose_links

PATIENCE = 5.0
"""Seconds that a page waits for a comparison. What is proposed among 20,000 rows is there by then."""

REVIEWS_KEPT = 4


@dataclass(frozen=True, slots=True)
class Found:
    """Links between agencies, rows that may be one row twice, and where linked accounts differ.

    `of_rows` is what rows show alone or by their order. It needs no comparison, and is always there.
    """

    of_rows: tuple[Conflict, ...]
    links: tuple[Link, ...] = ()
    duplicates: tuple[Link, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    compared: bool = True


def found_among(
    entries: tuple[Entry, ...], by_id: Mapping[str, Entry], *, patience: float | None = PATIENCE
) -> Found:
    """What is found by now; all of it, however long it takes, where `patience` is None."""
    one = _Compared(entries, by_id)
    with _asking:
        of_rows, comparison = _of_rows(one), _begun(one)
    try:
        links, duplicates, conflicts = comparison.result(patience)
    except TimeoutError:
        return Found(of_rows, compared=False)
    return Found(of_rows, links, duplicates, conflicts)


@dataclass(frozen=True, eq=False, slots=True)
class _Compared:
    """The same accounts are compared once, however often a page is opened; a changed one, anew.

    What people say of them makes no other comparison. Entries that are the same objects as before, as most
    are, need no second look to be found equal.
    """

    entries: tuple[Entry, ...]
    by_id: Mapping[str, Entry]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Compared) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(tuple(one.id for one in self.entries))


Comparison = tuple[tuple[Link, ...], tuple[Link, ...], tuple[Conflict, ...]]

_asking = Lock()
"""Two pages that ask at once begin one comparison, not two."""
_comparing = ThreadPoolExecutor(max_workers=1, thread_name_prefix="comparing")


@lru_cache(maxsize=REVIEWS_KEPT)
def _of_rows(one: _Compared) -> tuple[Conflict, ...]:
    return tuple(find_conflicts(one.entries, (), one.by_id))


@lru_cache(maxsize=REVIEWS_KEPT)
def _begun(one: _Compared) -> Future[Comparison]:
    return _comparing.submit(_compare, one)


def _compare(one: _Compared) -> Comparison:
    links = tuple(propose_links(one.entries))
    conflicts = tuple(find_conflicts((), links, one.by_id))
    return links, tuple(propose_duplicates(one.entries)), conflicts
