"""A plot of counts by year: years along, counts up, from nought always."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from candour.files.pictures.inks import HAIR, INK, SECOND
from candour.files.pictures.lettering import width_of, write_lines
from candour.files.pictures.svg import Svg

_LETTERS = 14.5
_STEPS = (1, 2, 5, 10)


def step_between(most: float) -> int:
    """A round number that makes three to five steps of the greatest count; whole, as counts are."""
    rough = max(most, 1) / 4
    power = 10 ** max(0, floor(log10(rough)))
    return int(next(step * power for step in _STEPS if step * power >= rough))


@dataclass(frozen=True, slots=True)
class Plot:
    """Where things stand: `names` are the years in order, `most` the greatest count drawn."""

    names: tuple[str, ...]
    most: float
    left: float
    right: float
    top: float
    foot: float

    @property
    def pitch(self) -> float:
        return (self.right - self.left) / max(len(self.names), 1)

    @property
    def highest(self) -> int:
        """The top of the scale: the next whole step over the greatest count."""
        step = step_between(self.most)
        return max(1, -int(-self.most // step)) * step

    def x(self, place: float) -> float:
        """The middle of a year, by its place in the row; parts of a year lie to its sides."""
        return self.left + (place + 0.5) * self.pitch

    def y(self, count: float) -> float:
        return self.foot - count / self.highest * (self.foot - self.top)

    def draw(self, svg: Svg) -> None:
        for count in range(0, self.highest + 1, step_between(self.most)):
            y = self.y(count)
            stroke, wide = (SECOND, 1.5) if count == 0 else (HAIR, 1.2)
            svg.element("line", x1=self.left, y1=y, x2=self.right, y2=y, stroke=stroke, stroke_width=wide)
            write_lines(svg, (f"{count:,}",), self.left - 8, y + 5, size=_LETTERS, anchor="end", fill=INK)
        widest = max((width_of(name, _LETTERS) for name in self.names), default=0.0)
        every = max(1, -int(-(widest + 10) // self.pitch))  # every second or third where they crowd
        for place, name in enumerate(self.names):
            if place % every == 0:
                write_lines(
                    svg, (name,), self.x(place), self.foot + 24, size=_LETTERS, anchor="middle", fill=INK
                )
