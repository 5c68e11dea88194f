"""The rows of a return and of the one it corrects, made ready to be held beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from candour.domain.chronology.corrections import Row
from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import Returned
from candour.stages.chronology.models import NO_LONGER_PLACED, Entry, Return, UnplacedRow
from candour.stages.chronology.returns.cell_order import as_they_stood
from candour.stages.chronology.returns.naming import Place


@dataclass(frozen=True, slots=True)
class Before:
    """A row of the earlier return, and what stands for it in the tables."""

    row: Row
    entry: Entry | None = None
    unplaced: UnplacedRow | None = None

    @property
    def said(self) -> str:
        """As `Return.changes` says it."""
        return f"e{self.entry.pk}" if self.entry is not None else f"u{self.unplaced.pk}"  # type: ignore[union-attr]


def rows_before(earlier: Return) -> list[Before]:
    """Entries, those included that a person withdrew, and rows without a place; in order of place."""
    entries = earlier.entries.exclude(withdrawn_why__in=NO_LONGER_PLACED)
    unplaced = earlier.unplaced.filter(withdrawn_at=None, placed_entry=None)
    found = [Before(row_of(one.told), entry=one) for one in entries]
    found += [Before(_row_unplaced(one.part, one.row, one.cells), unplaced=one) for one in unplaced]
    headings = earlier.headings
    found = [
        replace(one, row=replace(one.row, cells=as_they_stood(one.row.cells, headings, one.row.part)))
        for one in found
    ]
    return sorted(found, key=lambda one: (one.row.part, one.row.row))


def rows_now(drafts: Iterable[Told], returned: Returned) -> list[Row]:
    unplaced = (one for one in returned.fates if isinstance(one, Unplaced))
    return [
        *(row_of(one) for one in drafts),
        *(_row_unplaced(one.part, one.row, one.cells) for one in unplaced),
    ]


def row_of(told: Told) -> Row:
    day = told.when.earliest or told.when.latest
    return Row(
        told.place.part,
        told.place.row,
        told.agency,
        told.cells,
        day.date() if day else None,
        told.sequence,
        told.event or told.action,
    )


def _row_unplaced(part: str, row: int, cells: Mapping[str, str]) -> Row:
    return Row(part, row, "", cells, words=max(cells.values(), key=len, default=""))


def answered_before(earlier: Return, returned: Returned) -> dict[Place, UnplacedRow]:
    """Held rows of the new reading, each with the row of the same cells that people answered before.

    Of equal rows each has its own answer, in the order of both files.
    """
    return _equal(earlier, earlier.unplaced.filter(answered_at__isnull=False), returned)


def asked_before(earlier: Return, returned: Returned) -> dict[Place, UnplacedRow]:
    """The same for rows of which the agency was asked, and that wait for its answer."""
    return _equal(earlier, earlier.unplaced.filter(asked_at__isnull=False, placed_entry=None), returned)


def _equal(earlier: Return, rows: Iterable[UnplacedRow], returned: Returned) -> dict[Place, UnplacedRow]:
    waiting: dict[tuple[str, ...], list[UnplacedRow]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (one.part, one.row), reverse=True):
        cells = as_they_stood(row.cells, earlier.headings, row.part)
        waiting[tuple(cells.values())].append(row)
    found = {}
    for one in returned.fates:
        if isinstance(one, Unplaced) and (equal := waiting.get(tuple(one.cells.values()))):
            found[one.part, one.row] = equal.pop()
    return found
