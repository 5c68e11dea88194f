"""One lane filled: every entry of it in a sub-row, its silences beside them, labels where there is room."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from candour.domain.chronology.entry import Entry
from candour.domain.timeline.density import BETWEEN, HEIGHT, WIDE_HEIGHT, Strip
from candour.domain.timeline.lanes import Lane
from candour.domain.timeline.lettering import in_lines, shortened_to
from candour.domain.timeline.marks import CHEVRON, Mark
from candour.domain.timeline.rows import LEAST_LANE, MOST_ROWS, PADDING, Rows, lane_height, row_height
from candour.domain.timeline.scale import Scale
from candour.domain.timeline.shapes import Shape
from candour.domain.timeline.silences import Silence
from candour.domain.timeline.zoom import NAME_COLUMN, Zoom

LABEL_LETTERS = 40
NAME_ROOM = NAME_COLUMN - 28
NAME_SIZE = 15.0
NAME_LINE = 18.0

MOST_SHAPES = 2_000
"""In the marks of all lanes together; the ground, arrows and silences are a few hundred more."""

Item = Mark | Silence


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane in its place. `lane` is None for the lane "Child seen". It holds marks, or a strip."""

    lane: Lane | None
    names: tuple[str, ...]
    y: float
    height: float
    marks: tuple[Mark, ...] = ()
    silences: tuple[Silence, ...] = ()
    strip: Strip | None = None
    nothing_matches: bool = False

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def foot(self) -> float:
        """The line on which the columns of a strip stand."""
        return self.y + PADDING / 2 + HEIGHT

    def settled(self, y: float) -> LaneRow:
        """The same lane further down, with all that stands in it."""
        return replace(
            self,
            y=y,
            marks=tuple(replace(mark, y=mark.y + y - self.y) for mark in self.marks),
            silences=tuple(replace(silence, y=silence.y + y - self.y) for silence in self.silences),
        )


def packed(
    lane: Lane | None,
    entries: Sequence[Entry],
    silences: Sequence[Silence],
    *,
    draw: Callable[[Entry], Item | None],
    scale: Scale,
    zoom: Zoom,
    edge: float | None = None,
) -> LaneRow | None:
    """The lane at the top of the picture, filled; None where it needs too many sub-rows to be read.

    Labels end at the `edge`, where a fence stands before the end of the plot.
    """
    rows = Rows()
    items: list[tuple[int, Entry | None, Item]] = []
    for entry in entries:
        item = draw(entry)
        if item is not None:
            items.append((rows.place(*_box(item)), entry, item))
        if len(rows) > MOST_ROWS:
            return None
    items += [(rows.place(*_box(one)), None, one) for one in silences]
    names = names_of(lane)
    height = max(lane_height(len(rows), zoom), names_height(names))
    top = (height - row_height(zoom) * len(rows)) / 2
    standing = [
        (_labelled(item, entry, row, rows, edge or scale.right, zoom), top + row_height(zoom) * (row + 0.5))
        for row, entry, item in items
    ]
    marks = tuple(replace(item, y=y) for item, y in standing if isinstance(item, Mark))
    still = tuple(replace(item, y=y) for item, y in standing if isinstance(item, Silence))
    return LaneRow(lane, names, 0.0, height, marks, still)


def light_enough(rows: Mapping[str, LaneRow]) -> dict[str, LaneRow]:
    """The lanes that can stand as marks: the heaviest go where all together would be too heavy a drawing."""
    weights = {name: sum(map(_shapes, row.marks)) for name, row in rows.items()}
    kept = dict(rows)
    while sum(weights[name] for name in kept) > MOST_SHAPES:
        del kept[max(kept, key=lambda name: weights[name])]
    return kept


def _shapes(mark: Mark) -> int:
    """About how many shapes a mark is drawn with: itself and what it carries, bar, ends, "?", label."""
    has_bar = mark.shape is not Shape.DAY
    said = (mark.unsure, mark.goes_on_left, mark.goes_on_right, bool(mark.label), mark.chosen)
    return 2 + 2 * has_bar + (mark.shape is Shape.ABOUT) + sum(said)


def as_strip(lane: Lane, strip: Strip) -> LaneRow:
    """The lane at the top of the picture, as a density strip."""
    second = BETWEEN + WIDE_HEIGHT if strip.wide else 0.0
    names = names_of(lane)
    height = max(HEIGHT + second + PADDING, names_height(names), LEAST_LANE)
    return LaneRow(lane, names, 0.0, height, strip=strip)


def names_of(lane: Lane | None) -> tuple[str, ...]:
    """The lane's name in the lines that its column has room for."""
    if lane is None:
        return ("Child seen",)
    return in_lines(lane.agency, NAME_ROOM, most=3, size=NAME_SIZE)


def names_height(names: Sequence[str]) -> float:
    """Pixels that so many lines of a name take."""
    return len(names) * NAME_LINE + 8


def _box(item: Item) -> tuple[float, float]:
    if isinstance(item, Mark):
        return item.left, item.right
    left = item.x - (CHEVRON if item.goes_on_left else 0)
    return left, item.x + item.width + (CHEVRON if item.goes_on_right else 0)


def _labelled(item: Item, entry: Entry | None, row: int, rows: Rows, edge: float, zoom: Zoom) -> Item:
    if not isinstance(item, Mark) or entry is None or zoom not in (Zoom.WEEKS, Zoom.DAYS):
        return item
    room = rows.room_right_of(row, item.right, edge) - 6
    return replace(item, label=shortened_to(entry.event, room, letters=LABEL_LETTERS))
