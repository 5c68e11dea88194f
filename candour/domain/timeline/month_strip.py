"""All rows of a review by month, with the window of the picture below framed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from candour.domain.chronology.entry import Entry
from candour.domain.moments.spoken import spoken_day
from candour.domain.timeline.density import Step, Strip, strips_of
from candour.domain.timeline.marks import in_window
from candour.domain.timeline.scale import Scale, Tick, ticks
from candour.domain.timeline.zoom import Zoom


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """A strip of its own, 70 px high; `frame` is the window as (x, width)."""

    width: float
    height: float
    left: float
    right: float
    strip: Strip
    frame: tuple[float, float]
    ticks: tuple[Tick, ...]
    heading: str
    note: str
    sentence: str


def by_month(
    entries: Iterable[Entry], *, start: date, end: date, width: float = 1120, fence: date | None = None
) -> MonthStrip:
    """Every entry given, in columns of a month (of a quarter or a year over many years).

    Runs from the first to the last of them, and takes in the window in any case. After a `fence`
    nothing is counted.
    """
    dated = [(one, day) for one in entries if (day := _first_day(one)) and (not fence or day <= fence)]
    first = min([start, *(day for _, day in dated)])
    last = max([end, *(_last_day(one, day) for one, day in dated)]) if not fence else max(end, fence)
    scale = Scale.of(max(first, date(2, 1, 1)).replace(day=1), min(last, date(9997, 12, 31)), width)
    shown = [one for one, _ in dated if in_window(one, scale)]
    strips, _ = strips_of({"": shown}, scale, Zoom.YEARS, (), fence)
    strip = strips[""]
    x, to = scale.inside(scale.day(start)), scale.inside(scale.day(end, after=True))
    step = {Step.QUARTER: "quarter", Step.YEAR: "year"}.get(strip.step, "month")
    heading = f"All {strip.counted:,} rows, by {step}"
    note = _note(strip, start, end)
    return MonthStrip(
        width=width,
        height=70.0,
        left=scale.left,
        right=scale.right,
        strip=strip,
        frame=(x, max(to - x, 3.0)),
        ticks=tuple(tick for tick in ticks(scale, Zoom.YEARS) if tick.words),
        heading=heading,
        note=note,
        sentence=f"{heading}, from {spoken_day(scale.start)} to {spoken_day(scale.end)}. "
        "The window is framed: "
        f"{spoken_day(start)} to {spoken_day(end)}. {_wide_words(strip, step)}".strip(),
    )


def _note(strip: Strip, start: date, end: date) -> str:
    days = (end - start).days + 1
    months = round(days / 30.44)
    return f"window: {months} months" if months >= 2 else f"window: {days} {'day' if days == 1 else 'days'}"


def _wide_words(strip: Strip, step: str) -> str:
    if not strip.wide_count:
        return ""
    are = "row is" if strip.wide_count == 1 else "rows are"
    return f"{strip.wide_count:,} {are} dated too widely for one {step}, and hatched."


def _first_day(entry: Entry) -> date | None:
    at = entry.when.earliest or entry.when.latest
    return at.date() if at else None


def _last_day(entry: Entry, first: date) -> date:
    return entry.when.latest.date() if entry.when.latest else first
