"""The whole picture of a chronology as places and words: what files draw, and the sentence that says it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from candour.domain.timeline.arrows import Arrow
from candour.domain.timeline.brackets import PlacedBracket
from candour.domain.timeline.density import Step
from candour.domain.timeline.lane_rows import LaneRow
from candour.domain.timeline.scale import Tick
from candour.domain.timeline.zoom import Zoom


@dataclass(frozen=True, slots=True)
class Accounts:
    """A bracket left of the accounts of one event, at the middle of each."""

    x: float
    ys: tuple[float, ...]
    proposed: bool
    differ: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of every entry given: each is in one of these, so that nothing vanishes.

    `counted` stand in strips and `drawn` as marks; `dimmed` are those of the drawn that are not known
    to the agency asked about; the rest are not in the picture.
    """

    drawn: int
    counted: int
    dimmed: int
    outside: int
    fenced: int
    undated: int
    not_matching: int
    without_lane: int

    @property
    def shown(self) -> int:
        return self.drawn + self.counted


@dataclass(frozen=True, slots=True)
class Picture:
    """All in pixels from the top left corner.

    Lanes lie between `top` and `bottom`, time between `left` and `right`; a stretch is (x, width).
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    zoom: Zoom
    start: date
    end: date
    lanes: tuple[LaneRow, ...]
    ticks: tuple[Tick, ...]
    counts: Counts
    brackets: tuple[PlacedBracket, ...] = ()
    bracket_rows: int = 0
    arrows: tuple[Arrow, ...] = ()
    arrows_left_out: int = 0
    review: tuple[float, float] | None = None
    fence: tuple[float, float] | None = None
    fence_day: date | None = None
    most: int = 0
    step: Step | None = None
    accounts: Accounts | None = None
    chosen_entry: str | None = field(default=None)
    sentence: str = ""

    @property
    def band(self) -> PlacedBracket | None:
        """The chosen episode, which runs down through the lanes."""
        return next((one for one in self.brackets if one.chosen), None)
