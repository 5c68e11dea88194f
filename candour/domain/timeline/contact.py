"""Contact by month and agency: how many entries surely fall in each month, how many are too wide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.moments.spoken import spoken_days
from candour.domain.timeline.lanes import Lane

MOST_MONTHS = 108
"""Over nine years a cell is a quarter: months would be too narrow to be read."""
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of time: a month or a quarter. `in_period` where some day of it is the review's."""

    first: date
    last: date
    in_period: bool


@dataclass(frozen=True, slots=True)
class ContactRow:
    """`counts` go with the grid's cells; `wide` entries span more than one of them and are in none."""

    lane: Lane
    counts: tuple[int, ...]
    wide: int

    @property
    def total(self) -> int:
        return sum(self.counts) + self.wide


@dataclass(frozen=True, slots=True)
class ContactGrid:
    """A row a lane, in their order. `most` is the greatest count of any cell."""

    cells: tuple[Cell, ...]
    rows: tuple[ContactRow, ...]
    months_a_cell: int
    most: int

    @property
    def step(self) -> str:
        return "month" if self.months_a_cell == 1 else "quarter"

    @property
    def sentence(self) -> str:
        """How many entries, where most of them fall, and what is in no cell."""
        counted = sum(sum(row.counts) for row in self.rows)
        said = f"{counted:,} {'entry falls' if counted == 1 else 'entries fall'} in one {self.step} each"
        if self.most:
            row, at = next(
                (row, at) for row in self.rows for at, count in enumerate(row.counts) if count == self.most
            )
            said += (
                f", the most of {row.lane.agency} in {spoken_days(self.cells[at].first, self.cells[at].last)}"
            )
            said += f" ({self.most:,})"
        wide = sum(row.wide for row in self.rows)
        if wide:
            said += f". {wide:,} {'is' if wide == 1 else 'are'} dated too widely for one {self.step}"
        return f"{said}."


def contact_by_month(
    entries: Iterable[Entry], lanes: Sequence[Lane], *, period: tuple[date, date]
) -> ContactGrid:
    """Every entry once: in the cell it surely falls in, or among the wide ones of its agency.

    Statements of no contact are no contact. The grid runs from the first entry, or the start of the period,
    to the last entry, or its end.
    """
    told = [(one, reach) for one in entries if one.kind is Kind.ENTRY and (reach := _reach(one))]
    first = min([period[0], *(reach[0] for _, reach in told)])
    last = max([period[1], *(reach[1] for _, reach in told)])
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    each = 1 if months <= MOST_MONTHS else MONTHS_A_QUARTER
    start = _number(first) // each * each
    cells = tuple(_cells(start, _number(last), each, period))
    counts = {lane.agency: Counter[int]() for lane in lanes}
    wide: Counter[str] = Counter()
    for one, (begins, ends) in told:
        at, until = ((_number(day) - start) // each for day in (begins, ends))
        if at == until and one.when.earliest and one.when.latest:
            counts[one.agency][at] += 1
        else:
            wide[one.agency] += 1
    rows = tuple(
        ContactRow(lane, tuple(counts[lane.agency][at] for at in range(len(cells))), wide[lane.agency])
        for lane in lanes
    )
    return ContactGrid(cells, rows, each, max((max(row.counts, default=0) for row in rows), default=0))


def _reach(entry: Entry) -> tuple[date, date] | None:
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    return (first.date(), last.date()) if first and last else None


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _cells(start: int, end: int, each: int, period: tuple[date, date]) -> Iterable[Cell]:
    for number in range(start, end + 1, each):
        first = _first_of(number)
        last = _first_of(number + each) - timedelta(days=1)
        yield Cell(first, last, last >= period[0] and first <= period[1])


def _first_of(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
