"""Days as pixels, linear always, and the days that are named under a plot."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from candour.files.pictures.inks import HAIR, INK
from candour.files.pictures.lettering import width_of, write_lines
from candour.files.pictures.svg import Svg

_LETTERS = 14.5
_APART = 64.0
_MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120)


@dataclass(frozen=True, slots=True)
class DayScale:
    """From the start of `first`, at `left`, to the start of `last`, at `right`."""

    first: date
    last: date
    left: float
    right: float

    def __post_init__(self) -> None:
        if self.last <= self.first:
            raise ValueError(f"a scale needs a day at least: {self.first} to {self.last}")

    @property
    def a_day(self) -> float:
        return (self.right - self.left) / (self.last - self.first).days

    def x(self, day: date) -> float:
        """Where a day stands; one outside the window stands at its edge."""
        return min(max(self.left + (day - self.first).days * self.a_day, self.left), self.right)

    def ticks(self) -> Iterator[tuple[date, str]]:
        """Days to name, far enough apart to be read: every week, or the first of every so many months."""
        if self.a_day * 7 >= _APART:
            yield from self._weeks()
            return
        apart = next((n for n in _MONTHS_APART if self.a_day * 30 * n >= _APART), _MONTHS_APART[-1])
        yield from self._months(apart)

    def _weeks(self) -> Iterator[tuple[date, str]]:
        day = self.first
        while day < self.last:
            yield day, f"{day.day} {calendar.month_abbr[day.month]}"
            day += timedelta(days=7)

    def _months(self, apart: int) -> Iterator[tuple[date, str]]:
        count = self.first.year * 12 + self.first.month - 1
        if self.first.day > 1:
            count += 1
        count += -count % apart
        named = False
        while (day := date(count // 12, count % 12 + 1, 1)) < self.last:
            month = calendar.month_abbr[day.month]
            yield day, f"{month} {day.year}" if not named or day.month == 1 or apart > 6 else month
            named, count = True, count + apart


def draw_days(svg: Svg, scale: DayScale, top: float, foot: float, edge: float) -> None:
    """A hair line at each named day and its name below it, as far as there is room before the edge."""
    for day, name in scale.ticks():
        x = scale.x(day)
        svg.element("line", class_="day", x1=x, y1=top, x2=x, y2=foot, stroke=HAIR, stroke_width=1.2)
        if x + 3 + width_of(name, _LETTERS) <= edge:
            write_lines(svg, (name,), x + 3, foot + 18, size=_LETTERS, fill=INK)
