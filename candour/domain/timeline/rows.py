"""Which sub-row of a lane each thing stands in: the first where it fits, never moved sideways."""

from __future__ import annotations

from candour.domain.timeline.zoom import Zoom

MOST_ROWS = 12
SPARE = 2.0
PADDING = 12.0
LEAST_LANE = 30.0


def row_height(zoom: Zoom) -> float:
    """13 pixels; 18 where labels stand beside the marks, so that their letters do not touch."""
    return 18.0 if zoom in (Zoom.WEEKS, Zoom.DAYS) else 13.0


class Rows:
    """The sub-rows of one lane, filling up from the top."""

    def __init__(self) -> None:
        self._taken: list[list[tuple[float, float]]] = []

    def __len__(self) -> int:
        return len(self._taken)

    def place(self, left: float, right: float) -> int:
        """Take room from left to right in the first row that has it; which row that is."""
        for number, taken in enumerate(self._taken):
            if all(right + SPARE <= start or left >= end + SPARE for start, end in taken):
                taken.append((left, right))
                return number
        self._taken.append([(left, right)])
        return len(self._taken) - 1

    def room_right_of(self, row: int, x: float, edge: float) -> float:
        """How far it is from x to the next thing in a row, or to the edge."""
        return min((start - SPARE for start, _ in self._taken[row] if start >= x), default=edge) - x


def lane_height(rows: int, zoom: Zoom) -> float:
    return max(LEAST_LANE, row_height(zoom) * rows + PADDING)
