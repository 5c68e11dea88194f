"""Who told whom: arrows from an entry to the lane told, on the day of telling; a stub for "not told"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.timeline.marks import MARK, Mark, Standing
from candour.domain.timeline.scale import Scale
from candour.domain.timeline.zoom import Zoom

MOST_ARROWS = 60
STUB = 15.0
BUNDLED_WITHIN = 9.0
CLEAR = 6.0
"""From the middle of a mark to where an arrow begins or ends."""
SOLID = (Status.TOLD, Status.JOINT)

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From `points[0]` to its head at `points[-1]`; a stub ends in a bar. `count` are bundled in it."""

    entry: str
    teller: str
    told: str
    points: tuple[Point, ...]
    status: Status
    on: date | None
    count: int = 1

    @property
    def dashed(self) -> bool:
        return self.status not in (*SOLID, Status.NOT_TOLD)

    @property
    def stub(self) -> bool:
        return self.status is Status.NOT_TOLD

    @property
    def words(self) -> str:
        """ "Brent Police to Brent Social Services: told", with how many it stands for."""
        said = str(self.status).replace("_", " ")
        return f"{self.teller} to {self.told}: {said}" + (f", {self.count} times" if self.count > 1 else "")


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane that arrows may end at: its edges and the marks in it."""

    top: float
    bottom: float
    marks: tuple[Mark, ...]


class Tellings:
    """Turns the tellings of drawn entries into arrows. Marks must have their places already."""

    def __init__(
        self, entries: Mapping[str, Entry], boxes: Mapping[str, LaneBox], scale: Scale, fence: date | None
    ) -> None:
        self._entries, self._boxes, self._scale, self._fence = entries, boxes, scale, fence

    def arrows(self, zoom: Zoom) -> list[Arrow]:
        """Every arrow that can be drawn; by months, those of one pair that nearly coincide as one."""
        found = [
            arrow
            for box in self._boxes.values()
            for mark in box.marks
            if mark.standing is not Standing.DIM
            for arrow in self._of_mark(mark)
        ]
        return _bundled(found) if zoom is Zoom.MONTHS else found

    def _of_mark(self, mark: Mark) -> Iterator[Arrow]:
        entry = self._entries[mark.entry]
        for telling in entry.told:
            if telling.agency and telling.agency != entry.agency and telling.agency in self._boxes:
                arrow = self._arrow(entry, mark, telling, self._boxes[telling.agency])
                if arrow is not None:
                    yield arrow

    def _arrow(self, entry: Entry, mark: Mark, telling: Telling, box: LaneBox) -> Arrow | None:
        on = _day_of(telling)
        if on is None and mark.handle is None:
            return None
        if on is not None and (not self._scale.start <= on <= self._scale.end or self._is_fenced(on)):
            return None
        start_x = self._scale.day(on) + MARK / 2 if mark.handle is None and on else mark.handle or mark.x
        down = 1.0 if box.top > mark.y else -1.0
        leaves = start_x, mark.y + down * CLEAR
        if telling.status is Status.NOT_TOLD:
            points: tuple[Point, ...] = (leaves, (start_x, mark.y + down * (CLEAR + STUB)))
        else:
            x = start_x if on is None else self._scale.day(on) + MARK / 2
            head = x, _head(box, x, on, mark.y, down, self._scale)
            points = (leaves, head)
            if abs(x - start_x) >= 3:
                side = start_x + (CLEAR if x > start_x else -CLEAR)
                points = ((side, mark.y), (x, mark.y), head)
        return Arrow(entry.id, entry.agency, telling.agency or "", points, telling.status, on)

    def _is_fenced(self, on: date) -> bool:
        return self._fence is not None and on > self._fence


def few_enough(
    arrows: Sequence[Arrow], chosen: frozenset[str], lane: str | None, days: tuple[date, date] | None
) -> tuple[Arrow, ...]:
    """All of them up to sixty; over that only those of the chosen entry, lane or episode."""
    if len(arrows) <= MOST_ARROWS:
        return tuple(arrows)
    kept = [
        arrow
        for arrow in arrows
        if arrow.entry in chosen
        or lane in (arrow.teller, arrow.told)
        or (days is not None and arrow.on is not None and days[0] <= arrow.on <= days[1])
    ]
    return tuple(kept[:MOST_ARROWS])


def _day_of(telling: Telling) -> date | None:
    """The earliest day of the telling; None where it has none and so goes by its entry."""
    if telling.on is None or not telling.on.placed:
        return None
    at = telling.on.earliest or telling.on.latest
    return at.date() if at else None


def _head(box: LaneBox, x: float, on: date | None, y: float, down: float, scale: Scale) -> float:
    """At the receiver's nearest entry of that day, else at the edge of its lane."""
    near = [
        mark.y
        for mark in box.marks
        if mark.handle is not None and abs(mark.handle - x) <= max(3.0, scale.pixels_a_day / 2 if on else 0)
    ]
    if near:
        return min(near, key=lambda other: abs(other - y)) - down * CLEAR
    return box.top if down > 0 else box.bottom


def _bundled(arrows: Sequence[Arrow]) -> list[Arrow]:
    groups: dict[tuple[str, str, Status], list[Arrow]] = defaultdict(list)
    alone = []
    for arrow in arrows:
        if arrow.stub:
            alone.append(arrow)
        else:
            groups[(arrow.teller, arrow.told, arrow.status)].append(arrow)
    return alone + [one for group in groups.values() for one in _near_each_other(group)]


def _near_each_other(arrows: Sequence[Arrow]) -> Iterator[Arrow]:
    """Each run of arrows within 9 px of its first as one: the shortest of them, with their number."""
    in_order = sorted(arrows, key=lambda arrow: arrow.points[-1][0])
    while in_order:
        first = in_order[0].points[-1][0]
        together = [arrow for arrow in in_order if arrow.points[-1][0] - first <= BUNDLED_WITHIN]
        in_order = in_order[len(together) :]
        shortest = min(together, key=lambda arrow: abs(arrow.points[-1][1] - arrow.points[0][1]))
        yield replace(shortest, count=len(together))
