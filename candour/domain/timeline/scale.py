"""Dates to pixels, always linear, and the ticks of the axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from candour.domain.timeline.zoom import LEFT_PAD, NAME_COLUMN, RIGHT_PAD, Zoom

MINUTES_A_DAY = 24 * 60
MONTH_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Scale:
    """`left` and `right` are the edges of the plot; time itself runs from `origin`, a little inside them."""

    start: date
    end: date
    left: float
    right: float

    @classmethod
    def of(cls, start: date, end: date, width: float) -> Scale:
        return cls(start, end, NAME_COLUMN, width)

    @property
    def origin(self) -> float:
        return self.left + LEFT_PAD

    @property
    def close(self) -> float:
        """Where the last minute of the window ends."""
        return self.right - RIGHT_PAD

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def pixels_a_day(self) -> float:
        return (self.close - self.origin) / self.days

    def x(self, at: datetime, *, after: bool = False) -> float:
        """Where a minute begins (or where it ends); may lie outside the plot."""
        days = at.toordinal() - self.start.toordinal()
        minutes = at.hour * 60 + at.minute + (1 if after else 0)
        return self.origin + self.pixels_a_day * (days + minutes / MINUTES_A_DAY)

    def day(self, day: date, *, after: bool = False) -> float:
        """Where a day begins (or where it ends)."""
        return self.x(datetime.combine(day, time(23, 59) if after else time(0, 0)), after=after)

    def inside(self, x: float) -> float:
        return min(max(x, self.origin), self.close)

    def shows(self, first: datetime, last: datetime) -> bool:
        """True when some minute from first to last falls in the window."""
        return first.date() <= self.end and last.date() >= self.start


@dataclass(frozen=True, slots=True)
class Tick:
    """`line` is False where only words stand; `main` ticks are drawn a little stronger."""

    x: float
    words: str = ""
    main: bool = True


def ticks(scale: Scale, zoom: Zoom) -> tuple[Tick, ...]:
    """The ticks of the axis: one at each start of a month, its words to the right.

    The year stands at the first and at each January; by weeks each Monday has a tick too, by days each
    day and, where there is room, hours.
    """
    if zoom is Zoom.DAYS:
        return tuple(_days(scale))
    months = tuple(_years(scale) if zoom is Zoom.YEARS else _months(scale))
    return (*months, *_mondays(scale)) if zoom is Zoom.WEEKS else months


def month_starts(start: date, end: date) -> Iterator[date]:
    """The first of each month within, and the first day itself, so that the first tick has its words."""
    yield start
    year, month = start.year, start.month
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        if date(year, month, 1) > end:
            return
        yield date(year, month, 1)


def _months(scale: Scale) -> Iterator[Tick]:
    apart = next((n for n in (1, 2, 3, 6) if n * 28 * scale.pixels_a_day >= 37), 12)
    named = [
        first
        for first in month_starts(scale.start, scale.end)
        if first == scale.start or (first.month - 1) % apart == 0
    ]
    free = set(_clear(named, scale, 74))
    for first in month_starts(scale.start, scale.end):
        with_year = first == scale.start or first.month == 1
        name = MONTH_NAMES[first.month - 1]
        words = f"{name} {first.year}" if with_year else name
        yield Tick(scale.day(first), words if first in free else "")


def _years(scale: Scale) -> Iterator[Tick]:
    monthly = scale.pixels_a_day * 30 >= 8
    apart = next((n for n in (1, 2, 5, 10, 20) if n * 365 * scale.pixels_a_day >= 44), 50)
    starts = list(month_starts(scale.start, scale.end))
    named = [d for d in starts if d == scale.start or (d.month == 1 and d.year % apart == 0)]
    free = set(_clear(named, scale, 44))
    for first in starts:
        opens = first == scale.start or first.month == 1
        if opens or monthly:
            yield Tick(scale.day(first), str(first.year) if first in free else "", main=opens)


def _clear(named: list[date], scale: Scale, room: float) -> Iterator[date]:
    """All of them, but the first where the second stands too near: it gives way to the start of a month."""
    close = len(named) > 1 and scale.day(named[1]) - scale.day(named[0]) < room
    yield from named[1:] if close else named


def _mondays(scale: Scale) -> Iterator[Tick]:
    day = scale.start + timedelta(days=(7 - scale.start.weekday()) % 7)
    while day <= scale.end:
        near_month = day.day <= 1 or day == scale.start
        if not near_month:
            month = max(day.replace(day=1), scale.start)
            following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
            clear = scale.day(day) - scale.day(month) > 76 and scale.day(following) - scale.day(day) > 24
            yield Tick(scale.day(day), str(day.day) if clear else "", main=False)
        day += timedelta(days=7)


def _days(scale: Scale) -> Iterator[Tick]:
    hours = scale.pixels_a_day >= 120
    said = scale.pixels_a_day >= 240
    for number in range(scale.days):
        day = scale.start + timedelta(days=number)
        words = f"{day.day} {MONTH_NAMES[day.month - 1]}" if number == 0 or day.day == 1 else str(day.day)
        if scale.pixels_a_day >= 64:
            words = f"{day.day} {MONTH_NAMES[day.month - 1]}"
        if number == 0 and scale.pixels_a_day >= 84:
            words += f" {day.year}"
        yield Tick(scale.day(day), words)
        for hour in (6, 12, 18) if hours else ():
            x = scale.x(datetime.combine(day, time(hour)))
            roomy = said and not (number == 0 and hour == 6 and scale.pixels_a_day < 400)
            yield Tick(x, f"{hour:02}:00" if roomy else "", main=False)
