"""Dense lanes as strips: how many entries fall in each hour, day, week or month, and how many may."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.timeline.scale import Scale
from candour.domain.timeline.zoom import Zoom

LEAST_COLUMN = 5.0
MOST_COLUMNS = 1_000
"""In all lanes together: finer columns would make the drawing heavier than a page may be."""
HEIGHT, WIDE_HEIGHT, BETWEEN = 36.0, 8.0, 2.0
LEAST_HEIGHT = 1.5


class Step(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


DAYS_IN = {Step.HOUR: 1 / 24, Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 28, Step.QUARTER: 90, Step.YEAR: 365}
MONTHS_IN = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Column:
    """`first` and `last` are its first and last day; `capped` of its entries are chosen or searched for."""

    x: float
    width: float
    height: float
    count: int
    capped: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane's columns, and what stands beside them.

    `wide` are the stretches in which entries too wide for any one column may belong, `silent` those in
    which the agency says that it had no contact; both as (x, width).
    """

    step: Step
    columns: tuple[Column, ...]
    wide: tuple[tuple[float, float], ...]
    wide_count: int
    silent: tuple[tuple[float, float], ...]
    silent_count: int

    @property
    def counted(self) -> int:
        return sum(column.count for column in self.columns) + self.wide_count + self.silent_count


@dataclass(frozen=True, slots=True)
class Tally:
    """What falls in each column of one lane, before any height is known."""

    narrow: Counter[int]
    capped: Counter[int]
    wide: Counter[int]
    wide_count: int
    silent: Counter[int]
    silent_count: int


def edges_of(step: Step, start: date, end: date) -> list[datetime]:
    """Where the columns begin that cover these days, and where the last of them ends."""
    return list(_edges(step, start, end))


def tally(
    entries: Iterable[Entry], edges: Sequence[datetime], caps: Collection[str], fence: date | None = None
) -> Tally:
    """Each entry once: in its column, or in the second row where it is wider than one column."""
    wall = datetime.combine(fence, time(23, 59)) if fence else datetime.max
    found = Tally(Counter(), Counter(), Counter(), 0, Counter(), 0)
    wide = silent = 0
    for entry in entries:
        first, last, is_open = _reach(entry)
        at, until = (
            min(max(bisect_right(edges, when) - 1, 0), len(edges) - 2) for when in (first, min(last, wall))
        )
        covered = range(at, until + 1)
        if entry.kind is Kind.GAP_STATEMENT:
            found.silent.update(covered)
            silent += 1
        elif is_open or first < edges[at] or last >= edges[at + 1]:
            found.wide.update(covered)
            wide += 1
        else:
            found.narrow[at] += 1
            found.capped[at] += entry.id in caps
    return Tally(found.narrow, found.capped, found.wide, wide, found.silent, silent)


def strips_of(
    by_lane: Mapping[str, Sequence[Entry]],
    scale: Scale,
    zoom: Zoom,
    caps: Collection[str],
    fence: date | None = None,
) -> tuple[dict[str, Strip], int]:
    """A strip for each of these lanes on one scale of heights, and the greatest count of any column."""
    for step in _steps(scale, zoom):
        edges = edges_of(step, scale.start, scale.end)
        tallies = {agency: tally(entries, edges, caps, fence) for agency, entries in by_lane.items()}
        if sum(len(one.narrow) for one in tallies.values()) <= MOST_COLUMNS:
            break
    most = max((count for one in tallies.values() for count in one.narrow.values()), default=0)
    return {agency: _strip(one, step, edges, scale, most) for agency, one in tallies.items()}, most


def _steps(scale: Scale, zoom: Zoom) -> Iterator[Step]:
    """From the finest that is wide enough; by years never finer than months; always one."""
    least = 28.0 if zoom is Zoom.YEARS else 0.0
    for step in Step:
        if step is Step.YEAR or (
            DAYS_IN[step] >= least and DAYS_IN[step] * scale.pixels_a_day >= LEAST_COLUMN
        ):
            yield step


def _strip(one: Tally, step: Step, edges: Sequence[datetime], scale: Scale, most: int) -> Strip:
    columns = []
    for at, count in sorted(one.narrow.items()):
        x, end = _between(edges, at, scale)
        last = (edges[at + 1] - timedelta(minutes=1)).date()
        height = max(LEAST_HEIGHT, HEIGHT * count / most)
        columns.append(Column(x, end - x, height, count, one.capped[at], edges[at].date(), last))
    return Strip(
        step,
        tuple(columns),
        _runs(one.wide, edges, scale),
        one.wide_count,
        _runs(one.silent, edges, scale),
        one.silent_count,
    )


def _runs(columns: Iterable[int], edges: Sequence[datetime], scale: Scale) -> tuple[tuple[float, float], ...]:
    """Columns side by side as one stretch."""
    runs: list[tuple[float, float]] = []
    before = None
    for at in sorted(columns):
        x, end = _between(edges, at, scale)
        if before is not None and at == before + 1:
            runs[-1] = runs[-1][0], end - runs[-1][0]
        else:
            runs.append((x, end - x))
        before = at
    return tuple(runs)


def _between(edges: Sequence[datetime], at: int, scale: Scale) -> tuple[float, float]:
    return scale.inside(scale.x(edges[at])), scale.inside(scale.x(edges[at + 1]))


def _reach(entry: Entry) -> tuple[datetime, datetime, bool]:
    first, last = entry.when.earliest or entry.when.latest, entry.when.latest or entry.when.earliest
    if first is None or last is None:
        raise ValueError(f"entry {entry.id} is open at both ends and stands nowhere")
    return first, last, entry.when.earliest is None or entry.when.latest is None


def _edges(step: Step, start: date, end: date) -> Iterator[datetime]:
    stop = datetime(end.year, end.month, end.day) + timedelta(days=1)
    at = datetime(start.year, start.month, start.day)
    if step in MONTHS_IN:
        months = MONTHS_IN[step]
        at = at.replace(month=(at.month - 1) // months * months + 1, day=1)
    elif step is Step.WEEK:
        at -= timedelta(days=at.weekday())
    while at < stop:
        yield at
        at = _next(step, at)
    yield at


def _next(step: Step, at: datetime) -> datetime:
    if step not in MONTHS_IN:
        return at + timedelta(hours=1 if step is Step.HOUR else DAYS_IN[step] * 24)
    months = at.month - 1 + MONTHS_IN[step]
    return at.replace(year=at.year + months // 12, month=months % 12 + 1)
