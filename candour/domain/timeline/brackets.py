"""Key practice episodes as numbered brackets over the lanes; only the chosen one runs down as a band."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.timeline.rows import Rows
from candour.domain.timeline.scale import Scale

HEIGHT = 18.0
ROW = 22.0
LEAST = 26.0


@dataclass(frozen=True, slots=True)
class Bracket:
    """An episode: its number, its title, its first and last day."""

    number: int
    title: str
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"episode {self.number} cannot end before it starts: {self.start} > {self.end}")


@dataclass(frozen=True, slots=True)
class PlacedBracket:
    """`width` is at least what its number needs; `true_x` and `true_width` are what the band covers."""

    number: int
    title: str
    x: float
    y: float
    width: float
    true_x: float
    true_width: float
    chosen: bool


def placed(
    episodes: Sequence[Bracket], scale: Scale, top: float, *, chosen: int | None, fence: date | None
) -> tuple[tuple[PlacedBracket, ...], int]:
    """Those in the window (and begun before the fence), in rows from `top` down, and how many rows."""
    rows = Rows()
    found = []
    for one in sorted(episodes, key=lambda episode: (episode.start, episode.end, episode.number)):
        if one.start > scale.end or one.end < scale.start or (fence is not None and one.start > fence):
            continue
        last = min(one.end, fence) if fence is not None else one.end
        x, end = scale.inside(scale.day(one.start)), scale.inside(scale.day(last, after=True))
        left = min(x, scale.right - LEAST)
        right = max(end, left + LEAST)
        row = rows.place(left, right)
        is_chosen = one.number == chosen
        y = top + ROW * row
        found.append(PlacedBracket(one.number, one.title, left, y, right - left, x, end - x, is_chosen))
    return tuple(found), len(rows)
