"""Held rows that ask the same question, and one answer to all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from candour.domain.moments import Moment
from candour.stages.chronology.models import UnplacedRow
from candour.stages.chronology.reads import neighbours
from candour.stages.chronology.returns.held_words import Choice, choices_for, chosen, date_as_written, dated

NO_YEAR = "no_year"


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one part held for the same reason with the same shape of readings; often just one."""

    rows: tuple[UnplacedRow, ...]

    @property
    def first(self) -> UnplacedRow:
        return self.rows[0]

    @property
    def place(self) -> str:
        """table 2, row 17; table 2, rows 23 to 29."""
        numbers = [row.row for row in self.rows]
        part = f"{self.first.part}, " if self.first.part else ""
        if len(numbers) == 1:
            return f"{part}row {numbers[0]}"
        if numbers[-1] - numbers[0] == len(numbers) - 1:
            return f"{part}rows {numbers[0]} to {numbers[-1]}"
        return f"{part}{len(numbers)} rows from {numbers[0]}"


def groups_of(rows: Iterable[UnplacedRow]) -> list[Group]:
    by_kind: dict[Any, list[UnplacedRow]] = {}
    for row in rows:
        shape = tuple(len(reading) for reading in row.readings)
        by_kind.setdefault((row.part, row.code, shape), []).append(row)
    groups = [Group(tuple(found)) for found in by_kind.values()]
    return sorted(groups, key=lambda group: group.first.pk)


def group_with(row: UnplacedRow, held: Iterable[UnplacedRow]) -> Group:
    return next((group for group in groups_of(held) if row in group.rows), Group((row,)))


def common_choices(group: Group) -> list[Choice]:
    """What may be answered to all: the choices of the first row, where each row has as many."""
    offered = [choices_for(row, neighbours(row)) for row in group.rows]
    return offered[0] if len({len(one) for one in offered}) == 1 else []


def with_choice(group: Group, nth: int) -> dict[UnplacedRow, Moment]:
    return {row: chosen(choices_for(row, neighbours(row))[nth].edtf) for row in group.rows}


def with_year(group: Group, year: int, headings: Sequence[dict[str, Any]]) -> dict[UnplacedRow, Moment]:
    """Each row's own words, read as of that year; rows that still cannot be placed are left out."""
    return dict(_dated(group, year, headings))


def _dated(
    group: Group, year: int, headings: Sequence[dict[str, Any]]
) -> Iterator[tuple[UnplacedRow, Moment]]:
    for row in group.rows:
        moment = dated(date_as_written(row, headings), year=year)
        if moment is not None:
            yield row, moment
