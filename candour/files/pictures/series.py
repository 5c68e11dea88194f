"""National counts by year: one line for each definition, never joined over a gap, never made into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from candour.files.pictures.count_axis import Plot
from candour.files.pictures.inks import INK, SECOND
from candour.files.pictures.lettering import broken, width_of, write_lines
from candour.files.pictures.series_marks import LOOKS, Look, draw_point, write_on_white
from candour.files.pictures.svg import Svg, Value, number, picture

LETTERS = 14.5
_LEFT = 56.0
_KEY = 210.0
_TOP = 34.0
_HEIGHT = 240.0


@dataclass(frozen=True, slots=True)
class Count:
    """A count of one year; `year` is the calendar year in which it begins."""

    year: int
    value: int


@dataclass(frozen=True, slots=True)
class Total:
    """A count of several years together, of which no single year is known."""

    first: int
    last: int
    value: int

    @property
    def years(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Series:
    """Counts by one definition from one source; `note` says which, under the name."""

    name: str
    note: str
    counts: tuple[Count, ...]
    totals: tuple[Total, ...] = ()

    def runs(self) -> list[list[Count]]:
        """The counts of years on end: a missing year ends a run."""
        runs: list[list[Count]] = []
        for count in sorted(self.counts, key=lambda one: one.year):
            if runs and count.year == runs[-1][-1].year + 1:
                runs[-1].append(count)
            else:
                runs.append([count])
        return runs

    def missing(self) -> set[int]:
        """Years between its first and its last of which it tells nothing, neither alone nor in a total."""
        told = {count.year for count in self.counts}
        told |= {year for total in self.totals for year in range(total.first, total.last + 1)}
        return set(range(min(told, default=0), max(told, default=0))) - told


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day and may have moved the counts; `words` say the day too."""

    on: date
    words: str


def series_svg(
    series: Sequence[Series],
    events: Sequence[Event] = (),
    *,
    says: str,
    begins: tuple[int, int] = (4, 1),
    width: float = 1120,
) -> str:
    """A plot from nought. `begins` is the month and day on which a year begins: April, or (1, 1)."""
    svg = Svg()
    years = _years(series)
    values = [count.value for one in series for count in one.counts]
    values += [round(total.value / total.years) for one in series for total in one.totals]
    top = _TOP + 24 * len(events)
    names = tuple(str(year) if begins == (1, 1) else f"{year}/{(year + 1) % 100:02}" for year in years)
    plot = Plot(names, max(values, default=0), _LEFT, width - _KEY, top, top + _HEIGHT)
    with picture(svg, width, plot.foot + 36, says, class_="picture series"):
        plot.draw(svg)
        for nth, event in enumerate(sorted(events, key=lambda one: one.on)):
            _draw_event(svg, event, plot, years, begins, 18 + 24 * nth)
        for year in sorted(set().union(*(one.missing() for one in series))):
            write_on_white(svg, "not found", plot.x(year - years[0]), plot.foot - 12, SECOND)
        for one, look in zip(series, LOOKS, strict=False):
            _draw_series(svg, one, look, plot, years[0])
        for one, look in zip(series, LOOKS, strict=False):
            _write_counts(svg, one, look, plot, years[0], series)
            for total in one.totals:
                _write_total(svg, total, plot, years[0], series)
        _write_names(svg, series, plot)
    return str(svg)


def _years(series: Sequence[Series]) -> range:
    told = [count.year for one in series for count in one.counts]
    told += [year for one in series for total in one.totals for year in (total.first, total.last)]
    if not told:
        raise ValueError("a picture of counts needs a count")
    if len(series) > len(LOOKS):
        raise ValueError(f"a picture tells at most {len(LOOKS)} definitions apart; here are {len(series)}")
    return range(min(told), max(told) + 1)


def _draw_event(svg: Svg, event: Event, plot: Plot, years: range, begins: tuple[int, int], y: float) -> None:
    """A dashed upright at its day; one outside the years stands at the edge of the plot."""
    year = event.on.year - (event.on < date(event.on.year, *begins))
    start, end = date(year, *begins), date(year + 1, *begins)
    place = year - years[0] + (event.on - start).days / (end - start).days - 0.5
    x = min(max(plot.x(place), plot.left), plot.right)
    line = {"x1": x, "y1": y - 12, "x2": x, "y2": plot.foot}
    with svg.inside("g", class_="event"):
        svg.element("line", **line, stroke=SECOND, stroke_width=1.5, stroke_dasharray="3 3")
        wide = width_of(event.words, LETTERS)
        room = max(plot.right + _KEY - x, x) - 10
        (words,) = broken(event.words, room, LETTERS, most=1)
        left = x + 6 + wide > plot.right + _KEY and x > plot.left + plot.right - x
        write_lines(
            svg, (words,), x + (-6 if left else 6), y, size=LETTERS, anchor="end" if left else None, fill=INK
        )


def _draw_series(svg: Svg, one: Series, look: Look, plot: Plot, first: int) -> None:
    with svg.inside("g", class_=f"definition {look.shape}"):
        for run in one.runs():
            if len(run) > 1:
                points = " ".join(
                    f"{number(plot.x(count.year - first))},{number(plot.y(count.value))}" for count in run
                )
                svg.element(
                    "polyline",
                    points=points,
                    fill="none",
                    stroke=look.hue,
                    stroke_width=2.4,
                    stroke_dasharray=look.dashes,
                )
        for total in one.totals:
            _draw_total(svg, total, look, plot, first)
        for count in one.counts:
            draw_point(svg, look, plot.x(count.year - first), plot.y(count.value))


def _draw_total(svg: Svg, total: Total, look: Look, plot: Plot, first: int) -> None:
    """A flat bar over all its years, as high as each would be if they were alike; the words say it is not."""
    y = plot.y(total.value / total.years)
    left, right = plot.x(total.first - first - 0.42), plot.x(total.last - first + 0.42)
    ends = f"M{number(left)} {number(y - 6)}v12M{number(left)} {number(y)}H{number(right)}m0 -6v12"
    svg.element(
        "path",
        class_="total",
        d=ends,
        fill="none",
        stroke=look.hue,
        stroke_width=3,
        stroke_dasharray=look.dashes,
    )


def _write_total(svg: Svg, total: Total, plot: Plot, first: int, series: Sequence[Series]) -> None:
    """Over the bar, in that of its years where other counts are farthest from it."""
    y = plot.y(total.value / total.years)

    def room(year: int) -> float:
        near = [abs(plot.y(c.value) - y) for one in series for c in one.counts if c.year == year]
        return min(near, default=plot.foot)

    year = max(range(total.first, total.last + 1), key=room)
    write_on_white(svg, f"{total.value:,} in {total.years} years", plot.x(year - first), y - 11, INK)


def _write_counts(
    svg: Svg, one: Series, look: Look, plot: Plot, first: int, series: Sequence[Series]
) -> None:
    """Its number beside each point: over it, or under it where another of that year is higher."""
    for count in one.counts:
        others = [
            c.value for other in series if other is not one for c in other.counts if c.year == count.year
        ]
        under = any((value, 0) > (count.value, series.index(one)) for value in others)
        y = plot.y(count.value) + (24 if under else -12)
        write_on_white(svg, f"{count.value:,}", plot.x(count.year - first), y, INK, bold=look is LOOKS[0])


def _write_names(svg: Svg, series: Sequence[Series], plot: Plot) -> None:
    """Each definition's mark and name at the right, level with its last count as far as there is room."""
    ends = []
    for one, look in zip(series, LOOKS, strict=False):
        last = max(
            [*one.counts, *(Count(t.last, t.value // t.years) for t in one.totals)], key=lambda c: c.year
        )
        ends.append((plot.y(last.value), one, look))
    y = plot.top - 10.0
    for level, one, look in sorted(ends, key=lambda end: end[0]):
        name = broken(one.name, _KEY - 54, LETTERS, most=2, bold=True)
        note = broken(one.note, _KEY - 54, LETTERS, most=3) if one.note else ()
        tall = (len(name) + len(note)) * 18 + 8
        y = min(max(y, level - 9), plot.foot + 30 - tall)
        with svg.inside("g", class_="name"):
            svg.element("title", f"{one.name}. {one.note}".strip())
            _draw_sample(svg, look, plot.right + 10, y + 9)
            below = write_lines(
                svg, name, plot.right + 52, y + 14, size=LETTERS, step=18, bold=True, fill=INK
            )
            write_lines(svg, note, plot.right + 52, below, size=LETTERS, step=18, fill=INK)
        y += tall


def _draw_sample(svg: Svg, look: Look, x: float, y: float) -> None:
    line: dict[str, Value] = {
        "x1": x,
        "y1": y,
        "x2": x + 34,
        "y2": y,
        "stroke": look.hue,
        "stroke_width": 2.4,
    }
    svg.element("line", **line, stroke_dasharray=look.dashes)
    draw_point(svg, look, x + 17, y)
